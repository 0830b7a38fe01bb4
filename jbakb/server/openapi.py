"""The description of the interface for programs (OpenAPI 3.1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jbakb.i18n import _
from jbakb.search.documents import KINDS


def describe(version: str, areas: Iterable[str], longest: int, most: int) -> dict[str, Any]:
    """Return the OpenAPI document; `areas` are those of the site, `longest` and `most` the limits of a search."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "jbakb",
            "version": version,
            "summary": _("Suche in der Wissensbasis der Jugendberufsagentur"),
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        # Relative to this document, so that it holds behind every reverse proxy.
        "servers": [{"url": ".."}],
        "paths": {
            "/api/search": {"get": _search(list(areas), longest, most)},
            "/healthz": {"get": _health()},
        },
        "components": {"schemas": _schemas()},
    }


def _search(areas: list[str], longest: int, most: int) -> dict[str, Any]:
    area = {"type": "string", **({"enum": areas} if areas else {})}
    return {
        "operationId": "search",
        "summary": _("Begriffe, Seiten, Prozesse und Normen suchen, beste zuerst"),
        "parameters": [
            _parameter("q", _("Suchtext"), {"type": "string", "minLength": 1, "maxLength": longest}, required=True),
            _parameter("area", _("nur in diesem Rechtskreis"), area),
            _parameter("kind", _("nur diese Art"), {"type": "string", "enum": list(KINDS)}),
            _parameter("limit", _("höchstens so viele Treffer"), _whole(1, most) | {"default": 10}),
        ],
        "responses": {
            "200": _answer(_("Treffer"), "Results") | {"headers": {"ETag": {"schema": {"type": "string"}}}},
            "304": {"description": _("unverändert seit dem genannten ETag")},
            "400": _answer(_("Ein Parameter fehlt, ist unbekannt oder nicht im Rahmen."), "Errors"),
            "405": _answer(_("Erlaubt sind nur GET und HEAD."), "Errors"),
            "414": _answer(_("Die Anfrage ist zu lang."), "Errors"),
            "503": _answer(_("Die Website hat keinen Suchindex."), "Errors"),
        },
    }


def _health() -> dict[str, Any]:
    return {
        "operationId": "health",
        "summary": _("Lebenszeichen"),
        "responses": {
            "200": _answer(_("Die Suche antwortet."), "Health"),
            "503": _answer(_("Die Website hat keinen Suchindex."), "Health"),
        },
    }


def _parameter(name: str, description: str, schema: dict[str, Any], *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "required": required, "schema": schema}


def _answer(description: str, schema: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"description": description, "content": content}


def _whole(least: int, most: int | None = None) -> dict[str, Any]:
    return {"type": "integer", "minimum": least, **({"maximum": most} if most else {})}


def _schemas() -> dict[str, Any]:
    text = {"type": "string"}
    result = {
        "query": text,
        "rank": _whole(1),
        "id": text,
        "url": {"type": "string", "description": _("Adresse, vom Anfang der Website aus")},
        "path": {"type": "string", "description": _("Datei der Wissensbasis")},
        "title": text,
        "kind": {"type": "string", "enum": list(KINDS)},
        "area": {"type": "string", "description": _("Rechtskreis, oder leer")},
        "score": {"type": "number"},
    }
    error = {"id": {"type": "string", "description": _("der Parameter, um den es geht")}, "message": text}
    return {
        "Results": _object({"results": {"type": "array", "items": {"$ref": "#/components/schemas/Result"}}}),
        "Result": _object(result),
        "Errors": _object({"errors": {"type": "array", "items": _object(error)}}),
        "Health": _object({"status": {"type": "string", "enum": ["ok", "no index"]}, "documents": _whole(0)}),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}
