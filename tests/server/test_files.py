"""Serving the site's files: nothing outside, nothing hidden, packed, and with what browsers need to be careful."""

from __future__ import annotations

import base64
import gzip
import hashlib
import http.client
import re
from pathlib import Path

import httpx
import pytest

from jbakb.server.policy import page_policy


@pytest.mark.parametrize("path", ["/", "/index.html", "/glossar/", "/glossar/hilfeplan.html"])
def test_pages_are_served(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "<p>Text</p>" in answer.text


def test_a_folder_leads_to_its_page_behind_any_proxy(client: httpx.Client) -> None:
    answer = client.get("/glossar")
    assert answer.status_code == 307
    assert answer.headers["location"] == "./glossar/"


def test_a_wrong_address_shows_the_sites_own_page(client: httpx.Client) -> None:
    answer = client.get("/nix.html")
    assert answer.status_code == 404
    assert "<title>404</title>" in answer.text
    assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/glossar/../../secret.txt",
        "/glossar/%2e%2e/%2e%2e/secret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/%00",
        "/link.txt",
        "/.geheim",
        "/glossar/../.geheim",
        "/" + "a" * 5000,
    ],
)
def test_nothing_outside_the_site_and_nothing_hidden_is_served(client: httpx.Client, site: Path, path: str) -> None:
    secret = site.parent / "secret.txt"
    secret.write_text("geheim", encoding="utf-8")
    if not (site / "link.txt").is_symlink():
        (site / "link.txt").symlink_to(secret)
    url = client.base_url
    connection = http.client.HTTPConnection(url.host, url.port, timeout=20)  # sends the path as it is
    connection.request("GET", path)
    answer = connection.getresponse()
    assert answer.status == 404
    assert b"geheim" not in answer.read()
    connection.close()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_written(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/index.html").status_code == 405


def test_an_unchanged_file_is_not_sent_again(client: httpx.Client) -> None:
    for packing in ("gzip", "identity"):
        first = client.get("/index.html", headers={"Accept-Encoding": packing})
        again = client.get("/index.html", headers={"Accept-Encoding": packing, "If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        # Browsers would put it in the place of the page's own policy, and the page would stop working.
        assert "content-security-policy" not in again.headers


def test_text_is_packed_for_who_can_unpack_it(client: httpx.Client) -> None:
    plain = client.get("/index.html", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    with client.stream("GET", "/index.html", headers={"Accept-Encoding": "gzip"}) as packed:
        raw = b"".join(packed.iter_raw())
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert packed.headers["etag"].startswith("W/")
    assert gzip.decompress(raw) == plain.content
    assert len(raw) < len(plain.content) / 4


def test_a_part_is_only_sent_of_what_is_not_packed(client: httpx.Client) -> None:
    part = client.get("/index.html", headers={"Accept-Encoding": "identity", "Range": "bytes=0-9"})
    assert (part.status_code, part.text) == (206, "<!doctype ")
    whole = client.get("/index.html", headers={"Accept-Encoding": "gzip", "Range": "bytes=0-9"})
    assert whole.status_code == 200


@pytest.mark.parametrize("path", ["/", "/nix", "/bild.svg", "/api/search?q=HP", "/api/search", "/healthz", "/glossar"])
def test_every_answer_tells_browsers_to_be_careful(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "frame-ancestors" in headers["content-security-policy"]
    assert "'unsafe-eval'" not in headers["content-security-policy"]
    assert "script-src 'unsafe-inline'" not in headers["content-security-policy"]
    assert "server" not in headers


def test_a_page_may_run_the_scripts_it_was_built_with_and_no_others(client: httpx.Client) -> None:
    answer = client.get("/")
    policy = answer.headers["content-security-policy"]
    hashed = base64.b64encode(hashlib.sha256(b'document.title += "!"').digest()).decode()
    assert re.findall(r"'sha256-(.*?)'", policy) == [hashed]


def test_scripts_that_are_data_or_files_need_no_hash() -> None:
    page = b'<script src="a.js"></script><script type="application/json">{}</script><SCRIPT>1</SCRIPT >'
    assert page_policy(page).count("sha256-") == 1
