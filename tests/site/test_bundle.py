"""One file to put on a share: the same bytes for the same site, and a text that says how to open it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from jbakb.site.bundle import README, write_bundle
from tests.conftest import DAY


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Three files of a site."""
    for name, text in (("index.html", "<p>"), ("glossar/b.html", "b" * 1000), ("bild.png", "x" * 1000)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def bundle(site: Path, day: date = DAY) -> bytes:
    target = io.BytesIO()
    write_bundle(site, target, "Wissensbasis", day)
    return target.getvalue()


def test_order_times_and_permissions_do_not_depend_on_the_machine(site: Path) -> None:
    first = bundle(site)
    (site / "glossar" / "b.html").chmod(0o700)
    (site / "index.html").write_text("<p>", encoding="utf-8")
    assert bundle(site) == first
    with zipfile.ZipFile(io.BytesIO(first)) as made:
        infos = made.infolist()
    assert [info.filename for info in infos] == [README, "bild.png", "glossar/b.html", "index.html"]
    assert {info.date_time for info in infos} == {(2026, 11, 22, 0, 0, 0)}
    assert {info.external_attr >> 16 for info in infos} == {0o100644}
    assert {info.create_system for info in infos} == {3}


def test_what_is_small_already_is_only_stored(site: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(bundle(site))) as made:
        assert made.getinfo("bild.png").compress_size == 1000
        assert made.getinfo("glossar/b.html").compress_size < 100


def test_the_text_says_how_to_open_it_and_windows_can_read_it(site: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(bundle(site))) as made:
        data = made.read(README)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert "index.html öffnen" in data.decode("utf-8-sig")
    assert "22.11.2026" in data.decode("utf-8-sig")


def test_a_day_before_zips_existed(site: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(bundle(site, date(1970, 1, 1)))) as made:
        assert made.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
