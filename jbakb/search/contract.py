"""What every search engine must do, as checks that a plugin's author runs: see docs/handbuch/plugins.md.

    @pytest.mark.parametrize("check", CONTRACT, ids=lambda check: check.__name__)
    def test_my_engine_keeps_the_contract(check, tmp_path):
        check(MyEngine(), tmp_path)

A check gets an engine and an empty folder, and raises AssertionError with what is wrong. Scores and the order of the
lesser hits are the engine's own business.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from jbakb.search.documents import Kind, SearchDocument
from jbakb.search.engine import Engine, Hit, Query, Searcher
from jbakb.search.index import SearchIndex, build_index

Check = Callable[[Engine, Path], None]


def _document(id_: str, kind: Kind, title: str, area: str, path: str, text: str, **more: object) -> SearchDocument:
    return SearchDocument(id_, kind, title, area, f"{id_}.html", path, text=text, **more)  # type: ignore[arg-type]


_PLAN: Final = "glossary/planung/hilfeplan.yml"
_DOCUMENTS: Final = (
    _document("hilfeplan", "entry", "Hilfeplan", "", _PLAN, "Was Fachkräfte und Familie vereinbaren."),
    _document(
        "hilfeplan.sgb8", "entry", "Hilfeplan", "sgb8", _PLAN, "Grundlage für die Ausgestaltung der Hilfe.",
        words=("Hilfeplan", "HP"), forms=(("Hilfeplan", "Hilfeplans", "Hilfepläne", "Hilfeplänen"), ("HP",)),
        sources=("§ 36 SGB VIII",), summary="Grundlage der Hilfe",
    ),
    _document(
        "kooperationsplan.sgb2", "entry", "Kooperationsplan", "sgb2", "glossary/planung/kooperationsplan.yml",
        "Hält fest, wie die Eingliederung in Arbeit gelingt.",
        words=("Kooperationsplan",), forms=(("Kooperationsplan", "Kooperationsplans", "Kooperationspläne"),),
        sources=("§ 15 SGB II",),
    ),
    _document(
        "foerderung", "page", "Förderung der Berufsausbildung", "sgb3", "docs/foerderung.md",
        "Die Berufsausbildungsbeihilfe hilft beim Übergang. Das Jugendamt ist beteiligt.",
    ),
    _document(
        "prozesse/erstkontakt", "process", "Erstkontakt", "", "docs/prozesse/erstkontakt.md",
        "Das Lotsengespräch klärt das Anliegen. Das Jugendamt ist beteiligt.",
    ),
    _document(
        "recht/sgb2-16h", "norm", "§ 16h SGB II – Förderung schwer zu erreichender junger Menschen", "sgb2",
        "docs/recht/sgb2-16h.md", "Das Jugendamt ist beteiligt.",
    ),
)  # fmt: skip
_FIRST: Final = {
    "Hilfeplan": "hilfeplan.sgb8",
    "HILFEPLÄNE": "hilfeplan.sgb8",
    "hilfeplaene": "hilfeplan.sgb8",
    "HP": "hilfeplan.sgb8",
    "§ 36 SGB VIII": "hilfeplan.sgb8",
    "EGV": "kooperationsplan.sgb2",
    "Kooperationsplna": "kooperationsplan.sgb2",
    "Koop": "kooperationsplan.sgb2",
    "Kooperations Plan": "kooperationsplan.sgb2",
    "Ausbildungsbeihilfe": "foerderung",
    "Lotsengespräch": "prozesse/erstkontakt",
    "16h": "recht/sgb2-16h",
}
_ODD: Final = (
    "<script>", "'; DROP TABLE x", "title:[a TO b]", "*", "?", "~2", "AND OR NOT", '"', "\\", "a" * 10_000,
    "wort " * 3000, "\x00\x07\x1b[31m", "😀", "\u202eplan\u202c", "%s {0}", "\ud800",
)  # fmt: skip
_ALL: Final = Query("Jugendamt beteiligt Hilfeplan Kooperationsplan", limit=50)


def sample_index() -> SearchIndex:
    """Return the small index that the checks use: six documents with five paths, and the outdated word EGV."""
    return build_index(_DOCUMENTS, {"egv": [("kooperationsplan", 0.7)]})


def _opened(engine: Engine, folder: Path) -> Searcher:
    engine.build(folder, sample_index())
    return engine.open(folder)


def has_a_name_for_a_folder(engine: Engine, _folder: Path) -> None:
    """The name is told on the command line, and folders are called after it."""
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", engine.name), (
        f"not lower-case letters, digits and hyphens: {engine.name!r}"
    )


def finds_what_is_meant(engine: Engine, folder: Path) -> None:
    """Words, other forms and spellings, abbreviations, §, typing errors, beginnings and parts lead to their page."""
    searcher = _opened(engine, folder)
    for text, expected in _FIRST.items():
        hits = searcher.search(Query(text))
        assert hits, f"{text!r} finds nothing"
        assert hits[0].id == expected, f"{text!r} finds {hits[0].id!r} first, not {expected!r}"


def finds_nothing_for_nothing(engine: Engine, folder: Path) -> None:
    """What is in no document has no hits."""
    searcher = _opened(engine, folder)
    for text in ("", "   ", "§§§", "xyzzyqwx", "„“"):
        assert searcher.search(Query(text)) == [], f"{text!r} finds something"


def tells_documents_as_they_are(engine: Engine, folder: Path) -> None:
    """A hit has its document's fields; ranks count from 1, scores fall, every path comes once."""
    hits = _opened(engine, folder).search(_ALL)
    known = {each.id: each for each in _DOCUMENTS}
    for hit in hits:
        each = known[hit.id]
        expected = Hit(hit.rank, each.id, each.url, each.path, each.title, each.kind, each.area, hit.score)
        assert hit == expected, f"{hit} is not {expected}"
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1)), "ranks do not count from 1"
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True), f"scores do not fall: {scores}"
    assert all(score > 0 for score in scores), f"scores are not above 0: {scores}"
    assert len({hit.path for hit in hits}) == len(hits) == 5, "not every path once"


def keeps_to_area_kind_and_limit(engine: Engine, folder: Path) -> None:
    """Restrictions hold before hits are counted."""
    searcher = _opened(engine, folder)
    for kind in ("entry", "process", "page", "norm"):
        hits = searcher.search(Query(_ALL.text, kind=kind))
        assert hits and {hit.kind for hit in hits} == {kind}, f"kind {kind}: {hits}"
    for area in ("sgb2", "sgb3", "sgb8"):
        hits = searcher.search(Query(_ALL.text, area=area))
        assert hits and {hit.area for hit in hits} == {area}, f"area {area}: {hits}"
    (only,) = searcher.search(Query(_ALL.text, area="sgb2", kind="norm", limit=1))
    assert only.id == "recht/sgb2-16h", "area, kind and limit together"
    for limit in (1, 3, 5):
        assert len(searcher.search(Query(_ALL.text, limit=limit))) == limit, f"limit {limit}"
    assert searcher.search(Query(_ALL.text, area="sgb99")) == [], "an unknown area has hits"


def takes_any_text(engine: Engine, folder: Path) -> None:
    """No query is an error, and none is a language of its own."""
    searcher = _opened(engine, folder)
    for text in _ODD:
        assert isinstance(searcher.search(Query(text)), list), f"{text[:40]!r} is no list"


def answers_alike_each_time(engine: Engine, folder: Path) -> None:
    """Two open indexes answer the same, asked in turns and again."""
    one, other = _opened(engine, folder), engine.open(folder)
    for text in (*_FIRST, _ALL.text):
        answers = [searcher.search(Query(text)) for searcher in (one, other, one, engine.open(folder))]
        assert all(answer == answers[0] for answer in answers), f"{text!r} is answered in different ways"


def survives_a_move(engine: Engine, folder: Path) -> None:
    """An index is built in one folder and used in another: nothing in it names its place, all files are closed."""
    (folder / "new").mkdir()
    engine.build(folder / "new", sample_index())
    (folder / "new").rename(folder / "moved")
    assert engine.open(folder / "moved").search(Query("HP"))[0].id == "hilfeplan.sgb8", "not found after the move"
    assert [each.name for each in folder.iterdir()] == ["moved"], "something was written beside the folder"


def says_the_same_for_the_same_content(engine: Engine, folder: Path) -> None:
    """Built twice, an index answers the same."""
    searchers = []
    for name in ("one", "other"):
        (folder / name).mkdir()
        searchers.append(_opened(engine, folder / name))
    assert searchers[0].search(_ALL) == searchers[1].search(_ALL), "two builds answer in different ways"


def keeps_an_empty_index(engine: Engine, folder: Path) -> None:
    """A knowledge base may have nothing in it yet."""
    engine.build(folder, build_index(()))
    assert engine.open(folder).search(Query("Hilfeplan")) == [], "an empty index has hits"


def notices_that_nothing_is_there(engine: Engine, folder: Path) -> None:
    """An empty folder is no index: opening or asking it raises, instead of finding nothing."""
    try:
        engine.open(folder).search(Query("HP"))
    except Exception:
        return
    raise AssertionError("an empty folder was opened as an index")


#: All checks, in an order in which the first failure tells most.
CONTRACT: Final[tuple[Check, ...]] = (
    has_a_name_for_a_folder,
    keeps_an_empty_index,
    finds_what_is_meant,
    finds_nothing_for_nothing,
    tells_documents_as_they_are,
    keeps_to_area_kind_and_limit,
    takes_any_text,
    answers_alike_each_time,
    says_the_same_for_the_same_content,
    survives_a_move,
    notices_that_nothing_is_there,
)
