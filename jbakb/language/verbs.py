"""The conjugation of German verbs: weak ones by rule, strong ones by their stems."""

from __future__ import annotations

import re
from typing import Final

from jbakb.language.derivation import GIVEN, Derived, Forms, Origin, add

#: Particles that part from a verb.
SEPARABLE: Final = (
    "zusammen", "zurück", "weiter", "wieder", "heraus", "herein", "hinaus", "hinein", "fest", "teil", "statt", "nach",
    "über",
    "unter", "ein", "aus", "auf", "mit", "vor", "weg", "her", "hin", "los", "bei", "ab", "an", "zu", "um", "durch",
    "dar", "frei",
)  # fmt: skip
_INSEPARABLE: Final = (
    "be",
    "ver",
    "ent",
    "er",
    "zer",
    "ge",
    "miss",
    "über",
    "unter",
    "wider",
    "hinter",
    "um",
    "durch",
    "voll",
)
#: Strong verbs: present stem of du/er (empty if regular), past stem, participle without ge- and -en/-t.
_STRONG: Final = {
    "raten": ("rät", "riet", "raten"), "geben": ("gib", "gab", "geben"), "nehmen": ("nimm", "nahm", "nommen"),
    "sprechen": ("sprich", "sprach", "sprochen"), "laden": ("läd", "lud", "laden"),
    "halten": ("hält", "hielt", "halten"),
    "lassen": ("läss", "ließ", "lassen"), "schließen": ("", "schloss", "schlossen"),
    "greifen": ("", "griff", "griffen"),
    "weisen": ("", "wies", "wiesen"), "leihen": ("", "lieh", "liehen"), "treten": ("tritt", "trat", "treten"),
    "tragen": ("träg", "trug", "tragen"), "fallen": ("fäll", "fiel", "fallen"), "finden": ("", "fand", "funden"),
    "binden": ("", "band", "bunden"), "bieten": ("", "bot", "boten"), "ziehen": ("", "zog", "zogen"),
    "gehen": ("", "ging", "gangen"), "stehen": ("", "stand", "standen"), "kommen": ("", "kam", "kommen"),
    "schreiben": ("", "schrieb", "schrieben"), "bringen": ("", "brach", "brach"), "denken": ("", "dach", "dach"),
    "werben": ("wirb", "warb", "worben"), "helfen": ("hilf", "half", "holfen"), "treffen": ("triff", "traf", "troffen"),
    "scheiden": ("", "schied", "schieden"), "bleiben": ("", "blieb", "blieben"), "lesen": ("lies", "las", "lesen"),
    "gelten": ("gilt", "galt", "golten"), "sehen": ("sieh", "sah", "sehen"), "rufen": ("", "rief", "rufen"),
    "fahren": ("fähr", "fuhr", "fahren"), "brechen": ("brich", "brach", "brochen"), "messen": ("miss", "maß", "messen"),
    "schlagen": ("schläg", "schlug", "schlagen"), "heben": ("", "hob", "hoben"), "steigen": ("", "stieg", "stiegen"),
}  # fmt: skip
_RULE: Final = Derived(Origin.RULE, "verb")


def conjugate(infinitive: str) -> Forms:
    """Return the forms of a verb given as an infinitive, participles with their adjective endings included."""
    forms: Forms = {infinitive: GIVEN}
    if not infinitive.endswith("n") or len(infinitive) < len("tun"):
        return forms
    for particle, base in _readings(infinitive):
        for form in _finite(base):
            add(forms, particle + form, _RULE)
        for participle in _participles(particle, base):
            for ending in ("", "e", "en", "er", "es", "em"):
                add(forms, participle + ending, _RULE)
        if particle:
            add(forms, f"{particle}zu{base}", _RULE)
    return forms


def separate(infinitive: str) -> tuple[str, set[str]]:
    """Return the particle of a separable verb and the finite forms that it leaves; empty if it has none.

    That of a verb which never parts (überprüfen) is returned too: no clause ends with it.
    """
    particle, base = _readings(infinitive)[0]
    if not particle or not base.endswith("n"):
        return "", set()
    return particle, _finite(base)


def _readings(infinitive: str) -> list[tuple[str, str]]:
    """Return the verb as a whole and, where it may be separable, as particle and base."""
    particle = next((each for each in SEPARABLE if infinitive.startswith(each) and len(infinitive) > len(each) + 3), "")
    if not particle:
        return [("", infinitive)]
    return [(particle, infinitive[len(particle) :]), *([("", infinitive)] if particle in _INSEPARABLE else [])]


def _stem(verb: str) -> str:
    return verb[:-1] if verb.endswith(("eln", "ern")) else verb[:-2]


def _strong(verb: str) -> tuple[str, str, str, str] | None:
    return next(
        ((verb[: -len(base)], *parts) for base, parts in _STRONG.items() if verb == base or _prefixed(verb, base)),
        None,
    )


def _prefixed(verb: str, base: str) -> bool:
    return verb.endswith(base) and verb[: -len(base)] in _INSEPARABLE


def _finite(verb: str) -> set[str]:
    stem = _stem(verb)
    link = "e" if re.search(r"(?:[td]|[^lrhaeiouäöü][mn])$", stem) else ""
    forms = {verb, stem + "e", f"{stem}{link}st", f"{stem}{link}t", stem + "est", stem + "et"}
    if stem.endswith("el"):
        forms.add(stem[:-2] + "le")
    strong = _strong(verb)
    if strong is None:
        return forms | {f"{stem}{link}te{ending}" for ending in ("", "st", "n", "t")}
    prefix, present, past, _participle = strong
    if present:
        forms |= {prefix + present + ending for ending in ("st", "t", "")}
    ending = "te" if past in ("brach", "dach") and verb.endswith(("bringen", "denken")) else ""
    past = prefix + past + ending
    soft = past.rstrip("e")
    return forms | {past, soft + "en", soft + "st", soft + "est", soft + "t", soft + "et", soft + "e"}


def _participles(particle: str, verb: str) -> set[str]:
    stem = _stem(verb)
    link = "e" if re.search(r"(?:[td]|[^lrhaeiouäöü][mn])$", stem) else ""
    inseparable = (verb.startswith(("be", "ver", "ent", "er", "zer", "ge", "miss"))) or verb.endswith("ieren")
    strong = _strong(verb)
    if strong is None:
        past = [f"{stem}{link}t"]
    else:
        prefix, _present, _past, participle = strong
        past = [prefix + participle + ("t" if participle in ("brach", "dach") else "")]
    marked = {particle + each for each in past} if inseparable or not particle else set()
    if not inseparable:
        marked |= {f"{particle}ge{each}" for each in past}
    return marked | {particle + verb + "d"}
