"""New YAML in the house style: short records on one line, prose on lines of its own, quotes only where YAML needs them.

Whether a text needs quotes is not guessed: it is written plain and read back by the parser that will read it later.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Final

from jbakb.store.yaml_nodes import MappingNode, ScalarNode, SequenceNode, parse

#: A record or a line of prose that would be longer is broken into several lines.
WIDTH: Final = 120
#: How far the `- ` of a list stands to the right of its key.
OFFSET: Final = 2

#: Fields that hold sentences: a record that has one is written in block style, where commas and quotes do no harm.
PROSE: Final = frozenset(
    ("notion", "definition", "plain", "note", "example", "absent", "difference", "consequence", "text", "action")
)
#: The reading of a false friend is a label rather than a sentence.
_MEANING: Final = frozenset(("area", "text"))
#: Lists that are written one item a line even if they are short.
_ONE_A_LINE: Final = frozenset(("sources",))


def dump(data: Mapping[str, Any]) -> str:
    """Write a whole new document."""
    return render_mapping(data, 0) + "\n"


def render_mapping(data: Mapping[str, Any], column: int, offset: int = OFFSET) -> str:
    """Write a mapping in block style; the first line is not indented, the others stand at the column."""
    return ("\n" + " " * column).join(render_pair(key, value, column, offset) for key, value in data.items())


def render_pair(key: str, value: Any, column: int, offset: int = OFFSET, *, fold: bool = True) -> str:
    """Write `key: value`; the key stands at the column. `fold` allows long prose to be folded."""
    head = f"{key}:"
    if isinstance(value, Mapping):
        short = flow_if_short(value, column + len(head) + 1)
        if short:
            return f"{head} {short}"
        return f"{head}\n{' ' * (column + 2)}{render_mapping(value, column + 2, offset)}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        flat = not value or (key not in _ONE_A_LINE and not any(isinstance(item, Mapping) for item in value))
        short = flow_if_short(value, column + len(head) + 1) if flat else None
        if short:
            return f"{head} {short}"
        start = "\n" + " " * (column + offset)
        return head + "".join(start + render_item(item, column + offset, offset) for item in value)
    return f"{head} {render_scalar(_text(value), column + len(head) + 1, column + 2, fold=fold)}"


def render_item(value: Any, column: int, offset: int = OFFSET) -> str:
    """Write `- value` for a block list; the hyphen stands at the column."""
    if isinstance(value, Mapping):
        short = flow_if_short(value, column + 2)
        return f"- {short or render_mapping(value, column + 2, offset)}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"- {flow(value)}"
    return f"- {render_scalar(_text(value), column + 2, column + 2, fold=False, item=True)}"


def flow_if_short(value: Any, column: int) -> str | None:
    """Write a value in flow style if it fits the line and holds no prose; otherwise return None."""
    if has_prose(value):
        return None
    text = flow(value)
    return text if column + len(text) <= WIDTH and "\n" not in text else None


def flow(value: Any) -> str:
    """Write a value in flow style, however long."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    text = _text(value)
    forms = (text, _single(text))
    return next((form for form in forms if _reads_as(f"[{{k: {form}}}, {form}]", text, form)), _double(text))


def has_prose(value: Any) -> bool:
    """Tell whether a value has a field of sentences, or a list of records in which one could come to stand."""
    if not isinstance(value, Mapping):
        return False
    if value.keys() <= _MEANING and "," not in value.get("text", ""):
        return False
    return any(key in PROSE or has_prose(item) or _records(item) for key, item in value.items())


def render_scalar(text: str, column: int, indent: int, *, fold: bool = True, item: bool = False) -> str:
    """Write a text in block context: plain, else folded if it is long, else quoted.

    Args: `column` where the text starts; `indent` where its further lines start; `item` for an item of a list.
    """
    template = "- {}" if item else "k: {}"
    forms = [text, _single(text)]
    if fold and "\n" in text:
        forms.insert(0, "|-\n" + textwrap.indent(text, " " * indent))
    elif fold and column + len(text) > WIDTH:
        lines = textwrap.wrap(text, max(WIDTH - indent, 40), break_long_words=False, break_on_hyphens=False)
        forms.insert(0, ">-\n" + "\n".join(" " * indent + line for line in lines))
    return next(
        (form for form in forms if _reads_as(template.format(form), text, form)),
        _double(text),
    )


def _records(value: Any) -> bool:
    return isinstance(value, Sequence) and any(isinstance(item, Mapping) for item in value)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _reads_as(source: str, text: str, form: str) -> bool:
    """Tell whether the parser finds exactly the text in each place of a small document."""
    if "\n" in form and form[:1] not in '|>"':
        return False
    root, problems = parse(source, "")
    if problems or root is None:
        return False
    leaves: list[str] = []
    level = [root]
    while level:
        node = level.pop()
        if isinstance(node, MappingNode):
            if len(node.value) != 1 or node.value[0][0].value != "k":
                return False
            level.append(node.value[0][1])
        elif isinstance(node, SequenceNode):
            level += node.value
        elif isinstance(node, ScalarNode):
            leaves.append(node.value)
    return leaves == [text] * (2 if source.startswith("[") else 1) and (bool(text) or form != "")


def _text(value: Any) -> str:
    """Return a value as YAML spells it: yes and no are words."""
    return str(value).lower() if isinstance(value, bool) else str(value)
