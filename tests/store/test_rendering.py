"""New YAML looks as a person would write it, and reads back as exactly what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jbakb.store.rendering import WIDTH, dump
from jbakb.store.yaml_nodes import MappingNode, ScalarNode, SequenceNode, parse

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\x85\ufeff\ufffe\uffff")
).map(str.strip)
KEY = st.sampled_from(["term", "note", "definition", "sources", "forms", "area", "text", "tolerated", "no"])


def read(node: object) -> object:
    if isinstance(node, MappingNode):
        return {key.value: read(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [read(item) for item in node.value]
    assert isinstance(node, ScalarNode)
    return node.value.strip()


@given(
    st.dictionaries(
        KEY,
        st.recursive(
            TEXT,
            lambda inner: st.lists(TEXT, min_size=1) | st.dictionaries(KEY, inner, min_size=1)
            | st.lists(st.dictionaries(KEY, inner, min_size=1), min_size=1),
            max_leaves=8,
        ),
        min_size=1,
    )
)  # fmt: skip
def test_what_is_written_reads_back_as_it_was(data: dict[str, object]) -> None:
    text = dump(data)
    root, problems = parse(text, "x.yml")
    assert not problems, text
    assert read(root) == data


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-07-01", "2026-07-01"),
        ("no", "no"),
        ("§ 36 Abs. 2, 3 SGB VIII", "§ 36 Abs. 2, 3 SGB VIII"),
        ("bis 2022: Arbeitslosengeld II", "'bis 2022: Arbeitslosengeld II'"),
        ("„Mein Berater“ kann vier meinen", "„Mein Berater“ kann vier meinen"),
        ("'n Abend", "'''n Abend'"),
        ("# kein Kommentar", "'# kein Kommentar'"),
        ("@all", "'@all'"),
        ("- Strich", "'- Strich'"),
        ("", "''"),
    ],
)
def test_quotes_stand_only_where_yaml_needs_them(text: str, written: str) -> None:
    assert dump({"note": text}) == f"note: {written}\n"


def test_commas_are_quoted_only_inside_braces() -> None:
    assert dump({"a": {"source": "§ 1 Abs. 2, 3"}}) == "a: {source: '§ 1 Abs. 2, 3'}\n"


def test_long_prose_is_folded() -> None:
    long = "Wort " * 40 + "Ende."
    text = dump({"definition": long})
    assert text.startswith("definition: >-\n  Wort")
    assert all(len(line) <= WIDTH for line in text.splitlines())


def test_short_terms_stand_on_one_line_and_terms_with_prose_do_not() -> None:
    text = dump({"terms": [{"term": "KP", "type": "abbreviation"}, {"term": "PSB", "note": "Immer ausschreiben."}]})
    assert text == "terms:\n  - {term: KP, type: abbreviation}\n  - term: PSB\n    note: Immer ausschreiben.\n"
