"""Nodes to model values, driven by the model's own types: strict, with every problem and its place.

The types are read once and turned into small functions; a file that is right is walked a single time.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from jbakb.i18n import _
from jbakb.store.problem import Problem
from jbakb.store.suggest import suggestion
from jbakb.store.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode

T = TypeVar("T")


@dataclass
class Context:
    """Where problems go while a file is converted."""

    file: str
    first_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    def complain(self, node: Node, message: str, hint: str = "") -> None:
        """Note a problem at a node."""
        mark = node.start_mark
        self.problems.append(Problem(self.file, mark.line + self.first_line, mark.column + 1, message, hint))


class _Wrong:
    """Stand for a value that could not be converted."""


WRONG: Any = _Wrong()
_Converter = Callable[[Node, Context], Any]

# Stricter than `date.fromisoformat`, which also takes 20260701 and week dates.
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def convert(node: Node | None, kind: type[T], context: Context, given: Mapping[str, Any] | None = None) -> T | None:
    """Make a model value of a node.

    Args: `kind` a struct of the model; `given` fields that do not stand in the file (an id from its name).
    Returns None if there is any problem; the problems are in the context.
    """
    before = len(context.problems)
    if node is None:
        context.problems.append(
            Problem(context.file, context.first_line, 1, _("Die Datei ist leer."), _("mit „title: …“ beginnen"))
        )
        return None
    to_struct: Callable[..., Any] = _struct(kind, tuple(sorted(given or ())))  # type: ignore[arg-type]
    value = to_struct(node, context, given or {})
    return None if len(context.problems) > before else value


def field_names(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of a struct's fields as files spell them, in the model's order."""
    return tuple(info.encode_name for info in msgspec.structs.fields(kind))


@cache
def _struct(kind: type[Any], given_names: tuple[str, ...] = ()) -> Callable[..., Any]:
    hints = get_type_hints(kind)
    fields = {
        info.encode_name: (
            info.name,
            _needed_text if info.required and hints[info.name] is str else _converter(hints[info.name]),
        )
        for info in msgspec.structs.fields(kind)
        if info.name not in given_names
    }
    required = [
        info.encode_name for info in msgspec.structs.fields(kind) if info.required and info.name not in given_names
    ]

    def to_struct(node: Node, context: Context, given: Mapping[str, Any] | None = None) -> Any:
        if type(node) is not MappingNode:
            context.complain(
                node,
                _("Hier stehen mehrere Angaben „name: wert“, nicht ein Text oder eine Liste."),
                _("möglich sind: {names}").format(names=", ".join(fields)),
            )
            return WRONG
        values = dict(given or {})
        seen: dict[str, int] = {}
        for key_node, value_node in node.value:
            if type(key_node) is not ScalarNode:
                context.complain(
                    key_node,
                    _("Ein Name ist ein einzelnes Wort, keine Liste und keine Klammer."),
                    _("das „?“ am Anfang löschen und „name: wert“ schreiben"),
                )
                continue
            key = key_node.value
            if key in seen:
                context.complain(
                    key_node,
                    _("„{key}“ steht doppelt (zuerst in Zeile {line}).").format(key=key, line=seen[key]),
                    _("eines von beiden löschen oder zusammenführen"),
                )
                continue
            seen[key] = key_node.start_mark.line + context.first_line
            if key not in fields:
                _unknown_key(key_node, key, value_node, tuple(fields), context)
                continue
            name, converter = fields[key]
            values[name] = converter(value_node, context)
        missing = [name for name in required if name not in seen]
        if missing:
            context.complain(
                node,
                _("Es fehlt: {names}.").format(names=", ".join(missing)),
                _("Zeile „{name}: …“ ergänzen").format(name=missing[0]),
            )
            return WRONG
        if any(value is WRONG for value in values.values()):
            return WRONG
        return kind(**values)

    return to_struct


def _unknown_key(key_node: Node, key: str, value: Node, known: tuple[str, ...], context: Context) -> None:
    near = suggestion(key, known)
    if near:
        hint = _("meinten Sie „{near}“?").format(near=near)
    elif _cut_by_comma(key_node, value):
        hint = _("Text mit Komma innerhalb von {…} in Anführungszeichen setzen")
    else:
        hint = _("möglich sind: {names}").format(names=", ".join(known))
    context.complain(key_node, _("„{key}“ ist hier unbekannt.").format(key=key), hint)


def _cut_by_comma(key: Node, value: Node) -> bool:
    """Tell whether a "key" is the rest of a text: in `{note: Ja, gern}` YAML ends the value at the comma."""
    return type(value) is ScalarNode and value.value == "" and key.end_mark.index == value.start_mark.index


def _text(node: Node, context: Context) -> Any:
    if type(node) is ScalarNode:
        value = node.value.strip()
        if value or node.style:
            return value
        context.complain(node, _("Der Wert fehlt."), _("Text ergänzen oder die Zeile löschen"))
        return WRONG
    context.complain(
        node,
        _("Hier steht ein einzelner Text, keine Liste und keine Klammer."),
        _("Text mit Doppelpunkt in Anführungszeichen setzen"),
    )
    return WRONG


def _needed_text(node: Node, context: Context) -> Any:
    """Read a text that a record cannot do without: quotation marks around nothing are no text."""
    value = _text(node, context)
    if value == "":
        context.complain(node, _("Der Text ist leer."), _("Text ergänzen"))
        return WRONG
    return value


def _date(node: Node, context: Context) -> Any:
    value = _text(node, context)
    if value is WRONG:
        return WRONG
    try:
        if _ISO_DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    context.complain(
        node,
        _("„{value}“ ist kein Datum.").format(value=value),
        _("als JJJJ-MM-TT schreiben, zum Beispiel 2026-07-01"),
    )
    return WRONG


def _bool(node: Node, context: Context) -> Any:
    value = _text(node, context)
    if value in ("true", "false"):
        return value == "true"
    if value is not WRONG:
        context.complain(
            node,
            _("„{value}“ ist weder „true“ noch „false“.").format(value=value),
            _("true (ja) oder false (nein) schreiben"),
        )
    return WRONG


def _int(node: Node, context: Context) -> Any:
    value = _text(node, context)
    if value is WRONG:
        return WRONG
    if re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    context.complain(node, _("„{value}“ ist keine ganze Zahl.").format(value=value), _("nur Ziffern schreiben"))
    return WRONG


def _literal(options: tuple[str, ...]) -> _Converter:
    allowed = frozenset(options)

    def to_literal(node: Node, context: Context) -> Any:
        value = _text(node, context)
        if value is WRONG or value in allowed:
            return value
        near = suggestion(value, options)
        choices = _("möglich sind: {names}").format(names=", ".join(options))
        hint = _("meinten Sie „{near}“?").format(near=near) + " " + choices if near else choices
        context.complain(node, _("„{value}“ ist hier nicht möglich.").format(value=value), hint)
        return WRONG

    return to_literal


def _tuple(item: _Converter) -> _Converter:
    def to_tuple(node: Node, context: Context) -> Any:
        if type(node) is not SequenceNode:
            context.complain(node, _("Hier steht eine Liste."), _("als [a, b] oder mit „- “ am Zeilenanfang schreiben"))
            return WRONG
        values = tuple([item(child, context) for child in node.value])
        return WRONG if any(value is WRONG for value in values) else values

    return to_tuple


def _dict(item: _Converter) -> _Converter:
    def to_dict(node: Node, context: Context) -> Any:
        if type(node) is not MappingNode:
            context.complain(node, _("Hier stehen mehrere Angaben „name: wert“."))
            return WRONG
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = _text(key_node, context)
            if key in values:
                context.complain(key_node, _("„{key}“ steht doppelt.").format(key=key), _("eines von beiden löschen"))
            values[key] = item(value_node, context)
        return WRONG if any(value is WRONG for value in values.values()) else values

    return to_dict


def _by_shape(options: tuple[Any, ...]) -> _Converter:
    """Choose among a text, a list and a record by what the node is."""
    text = next((_converter(option) for option in options if option is str or get_origin(option) is Literal), None)
    listing = next((_converter(option) for option in options if get_origin(option) is tuple), None)
    record = next(
        (_converter(option) for option in options if isinstance(option, type) and issubclass(option, msgspec.Struct)),
        None,
    )
    by_node = {ScalarNode: text, SequenceNode: listing, MappingNode: record}
    fallback = text or record or listing

    def choose(node: Node, context: Context) -> Any:
        converter = by_node.get(type(node)) or fallback
        assert converter is not None
        return converter(node, context)

    return choose


@cache
def _converter(kind: Any) -> _Converter:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is str:
        return _text
    if kind is date:
        return _date
    if kind is bool:
        return _bool
    if kind is int:
        return _int
    if origin is Literal:
        return _literal(arguments)
    if origin is tuple:
        return _tuple(_converter(arguments[0]))
    if origin is dict:
        return _dict(_converter(arguments[1]))
    if origin in (Union, types.UnionType):
        rest = tuple(argument for argument in arguments if argument is not type(None))
        return _converter(rest[0]) if len(rest) == 1 else _by_shape(rest)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _struct(kind)
    raise TypeError(f"the model uses a type that files cannot hold: {kind!r}")
