"""A file is changed in place: what was not meant stays as it was, to the byte."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from jbakb.model import Concept, Difference, Entry, Term
from jbakb.store.document import update, update_front_matter
from jbakb.store.loading import parse_entry, parse_front_matter
from jbakb.store.problem import Problem
from jbakb.store.rewriting import file_data
from tests.conftest import PROJECT, SMALL

ENTRIES = sorted([*SMALL.glob("glossary/*/*.yml"), *PROJECT.glob("glossary/*/*.yml")])


def read(path: Path, text: str = "") -> Entry:
    problems: list[Problem] = []
    data = (text or path.read_text(encoding="utf-8")).encode()
    entry = parse_entry(data, path.name, problems, id=path.stem, theme=path.parent.name)
    assert entry is not None, problems
    return entry


def read_or_none(path: Path, text: str) -> Entry | None:
    return parse_entry(text.encode(), path.name, [], id=path.stem, theme=path.parent.name)


WORD = st.text("aäbcdeßgh XYZ,:#'-[]{}„“§1", min_size=1, max_size=12).map(str.strip).filter(bool)
TERM = st.builds(Term, term=WORD, gender=st.sampled_from([None, "neuter"]), note=st.just("") | WORD)


@st.composite
def changed(draw: st.DrawFn, entry: Entry) -> Entry:
    """An entry after a few changes as commands make them."""
    concepts = list(entry.concepts)
    for number in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(concepts) - 1)) if concepts else -1
        concept = concepts[place] if concepts else None
        kind = draw(st.sampled_from(["term", "drop", "concept", "remove", "note", "sources", "open", "supersede"]))
        if concept is None or kind == "concept":
            concepts.append(Concept(area="sgb2", id=f"neu-{number}", equivalence="close", terms=(draw(TERM),)))
        elif kind == "remove":
            del concepts[place]
        elif kind == "term" and concept.terms is not None:
            at = draw(st.integers(0, len(concept.terms)))
            concepts[place] = replace(concept, terms=(*concept.terms[:at], draw(TERM), *concept.terms[at:]))
        elif kind == "drop" and concept.terms:
            concepts[place] = replace(concept, terms=concept.terms[1:])
        elif kind == "note":
            concepts[place] = replace(concept, note=draw(st.just("") | WORD))
        elif kind == "sources":
            concepts[place] = replace(concept, sources=tuple(draw(st.lists(WORD, max_size=3))))
        elif kind == "open":
            concepts[place] = replace(concept, open=(*concept.open, draw(WORD)))
        elif kind == "supersede" and concept.terms:
            old = replace(concept.terms[0], status="superseded", example=draw(st.just("") | WORD))
            concepts[place] = replace(concept, terms=(draw(TERM), old, *concept.terms[1:]))
    title = draw(st.just(entry.title) | WORD)
    related = draw(st.just(entry.related) | st.just(()) | st.tuples(WORD))
    extra = draw(st.just(()) | st.tuples(st.builds(Difference, difference=WORD, consequence=WORD)))
    differences = (*entry.differences, *extra)
    return replace(entry, concepts=tuple(concepts), title=title, related=related, differences=differences)


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.stem)
def test_an_unchanged_entry_stays_to_the_byte(path: Path) -> None:
    entry, text = read(path), path.read_text(encoding="utf-8")
    assert update(text, file_data(entry), file_data(entry)) == text


@given(st.data())
def test_any_change_gives_what_was_wanted_and_leaves_other_lines_alone(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(ENTRIES))
    text, entry = path.read_text(encoding="utf-8"), read(path)
    wanted = data.draw(changed(entry))
    new = update(text, file_data(entry), file_data(wanted))
    assert read(path, new) == wanted, new
    assert update(new, file_data(wanted), file_data(wanted)) == new


@given(st.data())
def test_adding_keeps_every_line_and_comment(data: st.DataObject) -> None:
    path = SMALL / "glossary" / "lebensunterhalt" / "existenzsichernde-geldleistung.yml"
    text, entry = path.read_text(encoding="utf-8"), read(path)
    place = data.draw(st.integers(0, 3))
    concept = entry.concepts[place]
    grown = replace(concept, terms=(*(concept.terms or ()), data.draw(TERM)), open=("Frage",))
    concepts = tuple(grown if old is concept else old for old in entry.concepts)
    new = update(text, file_data(entry), file_data(replace(entry, concepts=concepts))).splitlines()
    rest = iter(new)
    assert all(line in rest for line in text.splitlines() if "open:" not in line)


@given(st.data())
def test_comments_anywhere_survive_additions(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(ENTRIES))
    entry, lines = read(path), path.read_text(encoding="utf-8").splitlines()
    for number in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines)))
        if data.draw(st.booleans()):
            lines.insert(at, " " * data.draw(st.integers(0, 8)) + f"# Hinweis {number}")
        elif at < len(lines):
            lines[at] += f"   # Hinweis {number}"
    text = "\n".join(lines) + "\n"
    assume(read_or_none(path, text) == entry)
    wanted = entry
    for concept in entry.concepts:
        if concept.terms is None:
            continue
        at = data.draw(st.integers(0, len(concept.terms)))
        open_ = (*concept.open, "Frage") if data.draw(st.booleans()) else concept.open
        terms = (*concept.terms[:at], data.draw(TERM), *concept.terms[at:])
        grown = replace(concept, terms=terms, note=concept.note or data.draw(st.just("") | WORD), open=open_)
        wanted = replace(wanted, concepts=tuple(grown if old is concept else old for old in wanted.concepts))
    wanted = replace(wanted, concepts=(*wanted.concepts, Concept(area="sgb2", id="neu", terms=(), equivalence="exact")))
    new = update(text, file_data(entry), file_data(wanted))
    assert read(path, new) == wanted, new
    assert new.count("# Hinweis") == text.count("# Hinweis"), new


def test_lists_keep_the_indentation_of_the_file() -> None:
    text = "title: A\nconcepts:\n- area: sgb2\n  terms:\n  - {term: B}\n  sources:\n  - § 1\n"
    before = {"title": "A", "concepts": [{"area": "sgb2", "terms": [{"term": "B"}], "sources": ["§ 1"]}]}
    after = {
        "title": "A",
        "concepts": [
            {"area": "sgb2", "terms": [{"term": "B"}, {"term": "C"}], "sources": ["§ 1", "§ 2"]},
            {"area": "sgb3", "terms": [{"term": "D"}]},
        ],
    }
    assert update(text, before, after) == (
        "title: A\nconcepts:\n- area: sgb2\n  terms:\n  - {term: B}\n  - {term: C}\n  sources:\n  - § 1\n  - § 2\n"
        "- area: sgb3\n  terms:\n  - {term: D}\n"
    )


def test_a_comment_before_the_next_key_stays_with_that_key() -> None:
    text = "concepts:\n  - area: a   # eins\n    # gehört zu eins\n\n# Unterschiede\nrelated: [x]\n"
    before = {"concepts": [{"area": "a"}], "related": ["x"]}
    after = {"concepts": [{"area": "a"}, {"area": "b"}], "related": ["x", "y"]}
    assert update(text, before, after) == (
        "concepts:\n  - area: a   # eins\n    # gehört zu eins\n  - {area: b}\n\n# Unterschiede\nrelated: [x, y]\n"
    )


def test_quotes_and_spaces_inside_a_changed_line_stay() -> None:
    text = """terms:\n  - { term: "B" , gender: 'neuter' }   # wichtig\n"""
    before = {"terms": [{"term": "B", "gender": "neuter"}]}
    after = {"terms": [{"term": "B", "gender": "neuter", "valid_to": "2026-12-31"}]}
    assert update(text, before, after) == (
        """terms:\n  - { term: "B" , gender: 'neuter', valid_to: 2026-12-31 }   # wichtig\n"""
    )


def test_a_default_that_was_written_out_stays_written_out() -> None:
    text = "terms:\n  - {term: A, type: fullForm}\n"
    after = {"terms": [{"term": "A", "note": "Ja."}]}
    assert "type: fullForm" in update(text, {"terms": [{"term": "A"}]}, after)


def test_the_front_matter_of_a_process_is_changed_and_its_comments_stay() -> None:
    path = SMALL / "docs" / "prozesse" / "erstkontakt.md"
    text = path.read_text(encoding="utf-8")
    process = parse_front_matter(text.split("---\n")[1], "docs/prozesse/erstkontakt.md", [])
    assert process is not None
    items = tuple(replace(item, entries=("neu",)) for item in process.misunderstandings)
    new = update_front_matter(text, file_data(process), file_data(replace(process, misunderstandings=items)))
    expected = text
    for item in process.misunderstandings:
        expected = expected.replace(f"entries: [{', '.join(item.entries)}]", "entries: [neu]")
    assert new == expected
    assert new != text
