"""One colour and one symbol per area, the same everywhere: chosen in areas.yml, or given by the area's place there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Final, NamedTuple

from jbakb.model import Glossary
from jbakb.model.values import AreaColor, AreaSymbol

#: On the light and on the dark ground. Each has a contrast of at least 4.5:1 to the ground and to its soft surfaces
#: (WCAG 2.2, 1.4.3); a test computes it.
PALETTE: Final[Mapping[AreaColor, tuple[str, str]]] = {
    "teal": ("#00626b", "#74d6da"),
    "rust": ("#9a4200", "#ffb685"),
    "violet": ("#7a2a9c", "#deadf5"),
    "green": ("#256b12", "#98dc8b"),
    "crimson": ("#a8123f", "#ffa3b8"),
    "indigo": ("#454b9f", "#b9bdff"),
    "ochre": ("#6f5600", "#e5ca6b"),
    "plum": ("#8a3b62", "#f2afd0"),
    "steel": ("#2d6187", "#9ccbec"),
    "brown": ("#6b4a35", "#dcbfa9"),
    "olive": ("#4a5b2a", "#c0d69a"),
    "blue": ("#0b57a4", "#86bdf7"),
}
#: What belongs to no area.
NEUTRAL: Final = ("#454b6b", "#b2b6cc")

#: Shapes that differ without colour, as values of the CSS property `clip-path`.
SHAPES: Final[Mapping[AreaSymbol, str]] = {
    "square": "inset(0)",
    "circle": "circle(50%)",
    "triangle": "polygon(50% 0, 100% 100%, 0 100%)",
    "diamond": "polygon(50% 0, 100% 50%, 50% 100%, 0 50%)",
    "hexagon": "polygon(25% 0, 75% 0, 100% 50%, 75% 100%, 25% 100%, 0 50%)",
    "cross": "polygon(35% 0, 65% 0, 65% 35%, 100% 35%, 100% 65%, 65% 65%, 65% 100%, "
    "35% 100%, 35% 65%, 0 65%, 0 35%, 35% 35%)",
    "triangle-down": "polygon(0 0, 100% 0, 50% 100%)",
    "star": "polygon(50% 0, 62% 36%, 100% 38%, 70% 61%, 81% 98%, 50% 76%, 19% 98%, 30% 61%, 0 38%, 38% 36%)",
    "triangle-right": "polygon(0 0, 100% 50%, 0 100%)",
    "pentagon": "polygon(50% 0, 100% 38%, 82% 100%, 18% 100%, 0 38%)",
    "trapezoid": "polygon(0 0, 100% 0, 75% 100%, 25% 100%)",
    "quarter": "circle(100% at 100% 100%)",
}
_NOBODY: Final = "inset(38% 0)"


class AreaLook(NamedTuple):
    """How an area looks; `number` is that of its class in the style sheet, `jbakb-a1` and so on."""

    number: int
    color: AreaColor
    symbol: AreaSymbol


def area_looks(glossary: Glossary) -> Mapping[str, AreaLook]:
    """Return the look of each area by its id: what areas.yml says, and for the rest the first that nobody else has."""
    free = list(_pairs())
    for area in glossary.areas.values():
        if area.color and area.symbol and (area.color, area.symbol) in free:
            free.remove((area.color, area.symbol))
    taken = {area.color for area in glossary.areas.values() if area.color}
    shapes = {area.symbol for area in glossary.areas.values() if area.symbol}
    looks: dict[str, AreaLook] = {}
    for number, area in enumerate(glossary.areas.values(), 1):
        color, symbol = area.color, area.symbol
        if not (color and symbol):
            fitting = [
                (c, s)
                for c, s in free
                if (c == color if color else c not in taken) and (s == symbol if symbol else s not in shapes)
            ]
            fitting = fitting or [(c, s) for c, s in free if color in (None, c) and symbol in (None, s)]
            pair = fitting[0] if fitting else (color or "teal", symbol or "square")
            free = [other for other in free if other != pair]
            color, symbol = pair
        looks[area.id] = AreaLook(number, color, symbol)
    return looks


def light_colours(glossary: Glossary) -> Mapping[int, str]:
    """Return the colour of each look on a light ground by its number, for files that stand by themselves."""
    return {look.number: PALETTE[look.color][0] for look in area_looks(glossary).values()}


def _pairs() -> Iterator[tuple[AreaColor, AreaSymbol]]:
    """List colours with symbols so that both change with each step, and no pair comes twice."""
    colors, symbols = list(PALETTE), list(SHAPES)
    for turn, place in product(range(len(symbols)), range(len(colors))):
        yield colors[place], symbols[(place + turn) % len(symbols)]


def area_css(glossary: Glossary) -> str:
    """Return the style sheet that gives each area its colour (`--c`) and its symbol (`--s`)."""
    colors: dict[str, tuple[str, str]] = {"neutral": NEUTRAL, **dict(PALETTE.items())}
    light, dark = (";".join(f"--jbakb-{name}:{pair[place]}" for name, pair in colors.items()) for place in (0, 1))
    rules = [f":root{{{light}}}", f'[data-md-color-scheme="slate"]{{{dark}}}']
    rules.append(f"@media print{{:root,[data-md-color-scheme]{{{light}}}}}")
    rules.append(f".jbakb-a0{{--c:var(--jbakb-neutral);--s:{_NOBODY}}}")
    for look in area_looks(glossary).values():
        rules.append(f".jbakb-a{look.number}{{--c:var(--jbakb-{look.color});--s:{SHAPES[look.symbol]}}}")
    return "\n".join(rules) + "\n"
