"""Asking the server's search: the documented answer, and a clear no to what it does not answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import openapi_spec_validator
import pytest
from jsonschema import Draft202012Validator

from jbakb.knowledge_base import open_knowledge_base
from jbakb.overview_documents import overviews_of
from jbakb.search.engine import Query
from jbakb.search.memory import MemorySearcher
from jbakb.search.service import index_of
from jbakb.server.answering import INDEX
from jbakb.server.api import LONGEST_QUERY, MOST_RESULTS
from tests.conftest import DAY, SMALL
from tests.server.conftest import Host, write_site

FIELDS = ["query", "rank", "id", "url", "path", "title", "kind", "area", "score"]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ({"q": "Hilfeplan"}, "hilfeplan.sgb8"),
        ({"q": "hilfeplaenen"}, "hilfeplan.sgb8"),
        ({"q": "§ 36 SGB VIII"}, "hilfeplan.sgb8"),
        ({"q": "Hartz IV"}, "existenzsichernde-geldleistung.sgb2"),
        ({"q": "Erziehungsberechtigte", "area": "schule"}, "sorgeberechtigte.schule"),
        ({"q": "Hilfeplan Einwilligung", "kind": "process"}, "prozesse/einwilligung"),
    ],
)
def test_the_best_hit_comes_first_with_its_documented_fields(
    client: httpx.Client, asked: dict[str, str], first: str
) -> None:
    answer = client.get("/api/search", params=asked)
    assert answer.status_code == 200
    hits = answer.json()["results"]
    assert hits[0]["id"] == first
    assert list(hits[0]) == FIELDS
    assert hits[0]["query"] == asked["q"]


@pytest.mark.parametrize("query", ["Hilfeplan", "HP", "Plan Hilfe", "Kooperationsplna", "Leistung SGB", "xyzzyqwx"])
def test_the_server_finds_what_the_command_line_finds(client: httpx.Client, query: str) -> None:
    hits = client.get("/api/search", params={"q": query}).json()["results"]
    kb = open_knowledge_base(SMALL)
    expected = MemorySearcher(index_of(kb, overviews_of(kb, DAY))).search(Query(query))
    assert [(hit["id"], hit["score"]) for hit in hits] == [(hit.id, hit.score) for hit in expected]


def test_the_limit_holds(client: httpx.Client) -> None:
    assert len(client.get("/api/search", params={"q": "SGB", "limit": "2"}).json()["results"]) == 2


@pytest.mark.parametrize(
    ("asked", "status", "wrong"),
    [
        ({}, 400, {"q"}),
        ({"q": ""}, 400, {"q"}),
        ({"q": "   "}, 400, {"q"}),
        ({"q": "a" * (LONGEST_QUERY + 1)}, 400, {"q"}),
        ({"q": "a" * 10_000}, 414, {"q"}),
        ({"q": "ä", "limit": "0"}, 400, {"limit"}),
        ({"q": "ä", "limit": str(MOST_RESULTS + 1)}, 400, {"limit"}),
        ({"q": "ä", "limit": "-1"}, 400, {"limit"}),
        ({"q": "ä", "limit": "1e3"}, 400, {"limit"}),
        ({"q": "ä", "limit": "zehn"}, 400, {"limit"}),
        ({"q": "ä", "limit": "٣"}, 400, {"limit"}),
        ({"q": "ä", "limit": ""}, 400, {"limit"}),
        ({"q": "ä", "area": "sgb99"}, 400, {"area"}),
        ({"q": "ä", "kind": "law"}, 400, {"kind"}),
        ({"q": "ä", "qq": "b"}, 400, {"qq"}),
        ({"q": ["a", "b"]}, 400, {"q"}),
        ({"area": "x", "kind": "y", "limit": "z"}, 400, {"q", "area", "kind", "limit"}),
    ],
)
def test_what_is_too_long_or_too_much_is_refused_with_the_reason(
    client: httpx.Client, asked: dict[str, Any], status: int, wrong: set[str]
) -> None:
    answer = client.get("/api/search", params=asked)
    assert answer.status_code == status
    assert {each["id"] for each in answer.json()["errors"]} == wrong
    assert all(each["message"] for each in answer.json()["errors"])


@pytest.mark.parametrize(
    "query",
    ["<script>alert(1)</script>", "' OR 1=1 --", "title:[a TO b]", "\x00\x07", "😀", "\u202eplan", "*" * 200, "%"],
)
def test_no_query_is_an_error(client: httpx.Client, query: str) -> None:
    answer = client.get("/api/search", params={"q": query})
    assert answer.status_code == 200
    assert isinstance(answer.json()["results"], list)


def test_bytes_that_are_no_text_do_no_harm(client: httpx.Client) -> None:
    assert client.get("/api/search?q=%ff%fe%c3").status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/api/search?q=HP", "/api/openapi.json", "/healthz"])
def test_other_methods_are_refused(client: httpx.Client, method: str, path: str) -> None:
    answer = client.request(method, path)
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert answer.json()["errors"]


def test_who_has_the_answer_already_gets_none(client: httpx.Client) -> None:
    first = client.get("/api/search", params={"q": "Hilfeplan"})
    again = client.get("/api/search", params={"q": "Hilfeplan"}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(
        "/api/search", params={"q": "HP", "limit": "1"}, headers={"If-None-Match": first.headers["etag"]}
    )
    assert other.status_code == 200


def test_the_interface_describes_itself(client: httpx.Client) -> None:
    described = client.get("/api/openapi.json").json()
    openapi_spec_validator.validate(described)
    assert described["paths"].keys() == {"/api/search", "/healthz"}
    answers = {
        "Results": client.get("/api/search", params={"q": "SGB"}).json(),
        "Errors": client.get("/api/search").json(),
        "Health": client.get("/healthz").json(),
    }
    for name, answer in answers.items():
        schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
        Draft202012Validator(schema).validate(answer)
    (area,) = [each for each in described["paths"]["/api/search"]["get"]["parameters"] if each["name"] == "area"]
    assert "sgb8" in area["schema"]["enum"]


def test_an_unknown_address_is_told_in_json(client: httpx.Client) -> None:
    answer = client.get("/api/suche")
    assert answer.status_code == 404
    assert answer.json()["errors"]


def test_a_sign_of_life(client: httpx.Client) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["documents"] > 5


def test_the_search_follows_a_site_that_is_built_again(hosting: Host, tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    client = hosting("--site", str(site))
    assert client.get("/api/search", params={"q": "Hilfeplan"}).json()["results"]
    script = (site / INDEX).read_text(encoding="utf-8")
    (site / INDEX).unlink()  # while it is being built
    assert client.get("/api/search", params={"q": "Hilfeplan"}).json()["results"]
    (site / INDEX).write_text(script[:1000], encoding="utf-8")
    assert client.get("/api/search", params={"q": "Hilfeplan"}).json()["results"]
    (site / INDEX).write_text(script.replace('"Hilfeplan"', '"Neuer Hilfeplan"'), encoding="utf-8")
    titles = [hit["title"] for hit in client.get("/api/search", params={"q": "Hilfeplan"}).json()["results"]]
    assert "Neuer Hilfeplan" in titles


def test_a_public_edition_has_no_internal_hits(hosting: Host, tmp_path: Path) -> None:
    inside, outside = (hosting("--site", str(write_site(tmp_path / each, each))) for each in ("internal", "public"))

    def found(client: httpx.Client) -> set[str]:
        return {hit["id"] for query in ("SGB", "Hilfeplan", "Einwilligung", "Jobcenter", "Geld")
                for hit in client.get("/api/search", params={"q": query, "limit": "100"}).json()["results"]}  # fmt: skip

    assert found(outside) < found(inside)


def test_queries_at_the_same_time_get_their_own_answers(client: httpx.Client) -> None:
    from concurrent.futures import ThreadPoolExecutor

    queries = ["Hilfeplan", "HP", "Hartz IV", "Einwilligung", "KP"] * 12
    alone = {query: client.get("/api/search", params={"q": query}).json() for query in set(queries)}
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda query: client.get("/api/search", params={"q": query}).json(), queries))
    assert answers == [alone[query] for query in queries]
