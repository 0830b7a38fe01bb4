"""A YAML file that is changed in place: only what differs is written anew, every other byte stays as it was.

The text is edited at the positions that the parser reports. A library that reads and writes whole documents
(ruamel.yaml) would join lines, shift comments and move the comment after a list's last item; reviewers would see
changes that nobody made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

import msgspec

from jbakb.model import Record
from jbakb.store.convert import field_names
from jbakb.store.front_matter import front_matter_span
from jbakb.store.problem import DataError
from jbakb.store.rendering import (
    OFFSET,
    WIDTH,
    dump,
    flow,
    has_prose,
    render_item,
    render_mapping,
    render_pair,
)
from jbakb.store.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, parse

#: Fields that say which item of a list is which, so that an item which is changed and moved is still the same.
_IDENTITY = ("id", "term", "area", "difference", "words", "text", "date", "when", "after", "before")


def as_data(value: Any) -> Any:
    """Turn a model value into plain mappings and lists in the model's order, without what is default."""
    if isinstance(value, Record):
        plain = msgspec.to_builtins(value)
        return {name: as_data(plain[name]) for name in field_names(type(value)) if name in plain}
    if isinstance(value, Mapping):
        return {key: as_data(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_data(item) for item in value]
    return value


def update(text: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Change a document by what differs between two states of its data; comments, order and quotes stay.

    Args: `text` with Unix line ends; `before` the data that it holds and `after` the wanted data (see `as_data`).
    Raises DataError if the text is no YAML.
    """
    if before == after:
        return text
    root, problems = parse(text, "")
    if problems:
        raise DataError(problems)
    if not isinstance(root, MappingNode):
        return text + dump(after)
    edits = _Edits(text, _list_offset(root))
    edits.change_mapping(root, before, after)
    return edits.apply()


def update_front_matter(page: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Change the front matter of a Markdown page as `update` does; the page itself stays."""
    span = front_matter_span(page)
    if span is None:
        return page
    return page[: span[0]] + update(page[slice(*span)], before, after) + page[span[1] :]


def _list_offset(node: Node) -> int:
    """Find how the file indents its lists: the column of the first `- ` below a key, seen from the key."""
    if isinstance(node, MappingNode) and not node.flow_style:
        for key, value in node.value:
            if isinstance(value, SequenceNode) and not value.flow_style and value.value:
                return max(0, int(value.start_mark.column) - int(key.start_mark.column))
    return OFFSET


@dataclass
class _Edits:
    """Replacements to be made in a text, collected while two states of its data are compared."""

    text: str
    offset: int
    spans: list[tuple[int, int, str]] = field(default_factory=list)

    def apply(self) -> str:
        """Return the text with all replacements made; those at one place follow each other as they were added."""
        parts, end = [], 0
        for start, stop, new in sorted(self.spans, key=lambda span: span[:2]):
            parts += [self.text[end:start], new]
            end = stop
        return "".join([*parts, self.text[end:]])

    def change_mapping(self, node: MappingNode, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Change, insert and remove the pairs of a block mapping."""
        pairs = {key.value: (key, value) for key, value in node.value}
        last: tuple[Node, Node] | None = None
        for key, value in after.items():
            if key in pairs:
                last = pairs[key]
                if before.get(key) != value:
                    self.change_pair(*last, before.get(key), value)
            else:
                self.insert_pair(node, last, key, value)
        for key in before:
            if key not in after and key in pairs:
                self.remove_pair(node, pairs[key][0], pairs[key][1])

    def change_pair(self, key: Node, node: Node, before: Any, after: Any) -> None:
        """Change the value of a pair in a block mapping: inside it if its kind stays, otherwise as a whole."""
        if isinstance(node, MappingNode) and isinstance(before, Mapping) and isinstance(after, Mapping):
            if not node.flow_style:
                self.change_mapping(node, before, after)
                return
            self.replace(node, self.flow_mapping(node, before, after))
            return
        if isinstance(node, SequenceNode) and isinstance(before, list) and isinstance(after, list) and after and before:
            if not node.flow_style:
                self.change_list(node, before, after)
                return
            short = self.flow_list(node, before, after)
            if node.start_mark.column + len(short) <= WIDTH or "\n" in self.source(node):
                self.replace(node, short)
                return
        column = key.start_mark.column
        fold = not self.rest_of_line(self.end(node)).strip()
        new = render_pair(key.value, after, column, self.offset, fold=fold)
        self.spans.append((key.start_mark.index, self.end(node), new))

    def change_list(self, node: SequenceNode, before: list[Any], after: list[Any]) -> None:
        """Change, insert and remove the items of a block list."""
        old, new = [_identity(item) for item in before], [_identity(item) for item in after]
        column = node.start_mark.column
        for kind, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            paired = last - first if kind == "equal" or last - first == new_last - new_first else 0
            for place in range(paired):
                self.change_item(node.value[first + place], before[first + place], after[new_first + place])
            if not paired:
                for item in node.value[first:last]:
                    self.remove_lines(item)
                for item in after[new_first:new_last]:
                    self.insert_item(node, first, column, render_item(item, column, self.offset))

    def change_item(self, node: Node, before: Any, after: Any) -> None:
        """Change one item of a block list."""
        if before == after:
            return
        if isinstance(node, MappingNode) and isinstance(before, Mapping) and isinstance(after, Mapping):
            if node.flow_style:
                self.replace(node, self.flow_item(node, before, after))
            else:
                self.change_mapping(node, before, after)
            return
        column = node.start_mark.column - 2
        self.replace(node, render_item(after, column, self.offset).removeprefix("- "))

    def flow_item(self, node: MappingNode, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
        """Write a one-line record anew: on one line while it fits, otherwise a line for each field."""
        short = self.flow_mapping(node, before, after)
        source = self.source(node)
        grown = node.start_mark.column + len(short) > max(WIDTH, node.start_mark.column + len(source))
        if "\n" in source or not (grown or (has_prose(after) and not has_prose(before))):
            return short
        if self.rest_of_line(self.end(node)).strip():
            return short
        written = {key.value: value.value for key, value in node.value if key.value not in before}
        keys = list(after)
        for place, (key, _value) in enumerate(node.value):
            if key.value in written and key.value not in after:
                previous = node.value[place - 1][0].value if place else ""
                keys.insert(keys.index(previous) + 1 if previous in keys else 0, key.value)
        return render_mapping(
            {key: after.get(key, written.get(key)) for key in keys}, node.start_mark.column, self.offset
        )

    def flow_mapping(self, node: MappingNode, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
        """Write a flow mapping anew; what did not change keeps its spelling, comments between the lines included."""
        inner = _Edits(self.text, self.offset)
        pairs = {key.value: (key, value) for key, value in node.value}
        keep = [key for key in pairs if key in after or key not in before]
        if not keep or "," not in self.source(node):
            return flow(after)
        last = ""
        for key, value in after.items():
            if key in pairs:
                if before.get(key) != value:
                    inner.replace(pairs[key][1], flow(value))
                last = key
            elif last:
                end = inner.end(pairs[last][1])
                inner.spans.append((end, end, f", {key}: {flow(value)}"))
            else:
                start = node.value[0][0].start_mark.index
                inner.spans.append((start, start, f"{key}: {flow(value)}, "))
        names = list(pairs)
        for place, key in enumerate(names):
            if key in keep:
                continue
            if any(name in keep for name in names[:place]):
                inner.spans.append((inner.end(pairs[names[place - 1]][1]), inner.end(pairs[key][1]), ""))
            else:
                inner.spans.append((pairs[key][0].start_mark.index, pairs[names[place + 1]][0].start_mark.index, ""))
        return inner.slice(node)

    def flow_list(self, node: SequenceNode, before: list[Any], after: list[Any]) -> str:
        """Write a flow list anew; items that stay keep their spelling."""
        spelled: dict[str, str] = {}
        for item, child in zip(before, node.value, strict=True):
            spelled.setdefault(str(item), self.source(child))
        return "[" + ", ".join(spelled.get(str(item)) or flow(item) for item in after) + "]"

    def insert_pair(self, node: MappingNode, last: tuple[Node, Node] | None, key: str, value: Any) -> None:
        """Insert a pair after another one, or as the first."""
        column = node.start_mark.column
        new = render_pair(key, value, column, self.offset)
        if last is None:
            start = node.value[0][0].start_mark.index
            self.spans.append((start, start, f"{new}\n{' ' * column}"))
        else:
            self.insert_lines(self.line_end(self.end(last[1]), column), column, new)

    def insert_item(self, node: SequenceNode, place: int, column: int, new: str) -> None:
        """Insert an item into a block list before the one that has this place now."""
        if place == 0:
            start = self.line_start(node)
            self.spans.append((start, start, f"{' ' * column}{new}\n"))
            return
        end = self.line_end(self.end(node.value[place - 1]), column)
        spaced = len(node.value) > 1 and "\n\n" in self.text[self.end(node.value[-2]) : node.value[-1].start_mark.index]
        self.insert_lines(end, column, new, blank=spaced)

    def insert_lines(self, place: int, column: int, new: str, *, blank: bool = False) -> None:
        """Insert lines after the line that ends at a place."""
        self.spans.append((place, place, ("\n\n" if blank else "\n") + " " * column + new))

    def remove_pair(self, node: MappingNode, key: Node, value: Node) -> None:
        """Remove a pair of a block mapping with its line's comment."""
        first = node.value[0][0] is key
        if first and len(node.value) > 1:
            self.spans.append((key.start_mark.index, node.value[1][0].start_mark.index, ""))
        else:
            self.spans.append((self.line_start(key), self.line_end(self.end(value)) + 1, ""))

    def remove_lines(self, item: Node) -> None:
        """Remove an item of a block list with the lines and comments inside it."""
        self.spans.append((self.line_start(item), self.line_end(self.end(item), item.start_mark.column - 1) + 1, ""))

    def replace(self, node: Node, new: str) -> None:
        """Replace the text of a node."""
        if new != self.source(node):
            self.spans.append((node.start_mark.index, self.end(node), new))

    def slice(self, node: Node) -> str:
        """Return the text of a node with the replacements collected here."""
        start, end = node.start_mark.index, self.end(node)
        moved = [(first - start, last - start, new) for first, last, new in self.spans]
        return _Edits(self.text[start:end], self.offset, moved).apply()

    def source(self, node: Node) -> str:
        """Return the text of a node as it stands in the file."""
        return self.text[node.start_mark.index : self.end(node)]

    def end(self, node: Node) -> int:
        """Return where the content of a node ends: the parser counts following blank lines and comments in."""
        if isinstance(node, ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            return start + len(self.text[start:end].rstrip()) if node.style in ("|", ">") else end
        if not isinstance(node, (MappingNode, SequenceNode)) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.end(last[1] if isinstance(node, MappingNode) else last)

    def rest_of_line(self, place: int) -> str:
        """Return what stands between a place and the end of its line."""
        return self.text[place : self.line_end(place)]

    def line_start(self, node: Node) -> int:
        """Return where the line begins on which a node stands."""
        return self.text.rfind("\n", 0, node.start_mark.index) + 1

    def line_end(self, place: int, column: int | None = None) -> int:
        """Return where the line of a place ends; with a column, comment lines that stand further right belong to it."""
        end = self.text.find("\n", place)
        while end >= 0 and column is not None:
            following = self.text[end + 1 :].split("\n", 1)[0]
            indent = len(following) - len(following.lstrip(" "))
            if not following.lstrip(" ").startswith("#") or indent <= column:
                break
            end = self.text.find("\n", end + 1)
        return len(self.text) if end < 0 else end


def _identity(item: Any) -> str:
    if isinstance(item, Mapping):
        return next((f"{name}: {item[name]}" for name in _IDENTITY if name in item), repr(item))
    return repr(item)
