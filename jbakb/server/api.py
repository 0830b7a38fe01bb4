"""`GET /api/search`: what is asked is checked before anything is looked up."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final

import anyio
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

import jbakb
from jbakb.i18n import _
from jbakb.search.documents import KINDS
from jbakb.search.engine import Query
from jbakb.search.report import hit_as_json
from jbakb.server.answering import NoIndexError, SiteSearch
from jbakb.server.openapi import describe
from jbakb.store.suggest import nearest_hint

#: The most letters of a query, results of an answer, and bytes of all parameters together.
LONGEST_QUERY: Final = 200
MOST_RESULTS: Final = 100
LONGEST_PARAMETERS: Final = 2000
_PARAMETERS: Final = ("q", "area", "kind", "limit")


class Refused(Exception):
    """A request that is not answered: HTTP status, and what is wrong with which parameter."""

    def __init__(self, status: int, problems: Mapping[str, str]) -> None:
        super().__init__(status)
        self.status = status
        self.problems = problems


class Api:
    """The addresses below /api, and /healthz."""

    def __init__(self, search: SiteSearch) -> None:
        self._search = search
        # An engine is asked by one thread at a time; pages are served meanwhile.
        self._one_at_a_time = anyio.CapacityLimiter(1)

    async def search(self, request: Request) -> Response:
        """Answer a search; every answer has an ETag, for it only changes with the content."""
        try:
            await to_thread.run_sync(self._search.refresh, limiter=self._one_at_a_time)
            query = read_query(request, self._search.areas)
            hits = await to_thread.run_sync(self._search.search, query, limiter=self._one_at_a_time)
        except Refused as refused:
            return problems(refused.status, refused.problems)
        except NoIndexError:
            return problems(503, {"index": _("Die Website hat keinen Suchindex. „jbakb build“ baut sie neu.")})
        answer = JSONResponse({"results": [hit_as_json(query.text, hit) for hit in hits]})
        return tagged(answer, request)

    async def openapi(self, request: Request) -> Response:
        """Return the description of this interface (OpenAPI 3.1)."""
        await self._known()
        return tagged(
            JSONResponse(describe(jbakb.__version__, self._search.areas, LONGEST_QUERY, MOST_RESULTS)), request
        )

    async def health(self, _request: Request) -> Response:
        """Tell whether searches can be answered."""
        known = await self._known()
        answer = {"status": "ok" if known else "no index", "documents": self._search.documents}
        return JSONResponse(answer, 200 if known else 503, headers={"Cache-Control": "no-store"})

    async def _known(self) -> bool:
        try:
            await to_thread.run_sync(self._search.refresh, limiter=self._one_at_a_time)
        except NoIndexError:
            return False
        return True


def read_query(request: Request, areas: tuple[str, ...]) -> Query:
    """Read the parameters; raises Refused with every problem that they have."""
    if len(request.url.query) > LONGEST_PARAMETERS:
        raise Refused(414, {"q": _("Die Anfrage ist zu lang (höchstens {most} Zeichen).").format(most=LONGEST_QUERY)})
    given = request.query_params
    wrong: dict[str, str] = {}
    for name in dict.fromkeys(name for name, _value in given.multi_items()):
        if name not in _PARAMETERS:
            hint = nearest_hint(name, _PARAMETERS)
            wrong[name] = _("Den Parameter „{name}“ gibt es nicht ({hint}).").format(name=name[:40], hint=hint)
        elif len(given.getlist(name)) > 1:
            wrong[name] = _("Der Parameter „{name}“ steht mehrmals da.").format(name=name)
    text = given.get("q", "")
    if not text.strip():
        wrong["q"] = _("Der Suchtext fehlt (q=…).")
    elif len(text) > LONGEST_QUERY:
        wrong["q"] = _("Der Suchtext ist zu lang (höchstens {most} Zeichen).").format(most=LONGEST_QUERY)
    area, kind, limit = given.get("area", ""), given.get("kind", ""), given.get("limit", "10")
    if area and area not in areas:
        message = _("Den Rechtskreis „{area}“ gibt es nicht.").format(area=area[:40])
        wrong["area"] = f"{message} ({nearest_hint(area[:40], areas)})"
    if kind and kind not in KINDS:
        message = _("Die Art „{kind}“ gibt es nicht.").format(kind=kind[:40])
        wrong["kind"] = f"{message} ({nearest_hint(kind[:40], KINDS)})"
    # No sign, no other digits than these: what int() reads is more.
    if not (limit.isascii() and limit.isdigit() and len(limit) < 5 and 1 <= int(limit) <= MOST_RESULTS):
        wrong["limit"] = _("Erwartet ist eine Zahl von 1 bis {most}.").format(most=MOST_RESULTS)
    if wrong:
        raise Refused(400, wrong)
    return Query(text, area, kind, int(limit))


def problems(status: int, found: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Response:
    """Say in JSON what is wrong, each with the parameter as its id."""
    rows: list[dict[str, Any]] = [{"id": name, "message": message} for name, message in found.items()]
    return JSONResponse({"errors": rows}, status, headers={"Cache-Control": "no-store", **(headers or {})})


def tagged(answer: Response, request: Request) -> Response:
    """Give an answer an ETag, and reduce it to 304 for who has it already."""
    tag = f'"{hashlib.sha256(bytes(answer.body)).hexdigest()[:32]}"'
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = "no-cache"
    had = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if tag in had or "*" in had:
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})
    return answer
