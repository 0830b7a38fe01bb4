"""A site that is well is left alone; each defect that is planted in one is found, with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jbakb.check.output.run import LONGEST, check_output
from tests.browser.site import build_site
from tests.conftest import SMALL
from tests.site.conftest import copy_of

GOOD = {
    "index.html": '<a href="a/b.html#x">b</a> <a href="#top">t</a> <img src="bild%20eins.png"> <a href="a/">a</a> <a href="#h">h</a><b id="h">',
    "a/b.html": '<b id="x"></b><a href="../index.html?q=1#h">i</a><a href="mailto:a@stadt.example">m</a><a href="https://www.stadt.example/x#y">w</a>',
    "a/index.html": '<a href="..">up</a><a href="./">self</a><a href="b.html#%78">x</a><a href="b.html#:~:text=x">t</a>',
    "bild eins.png": "",
    "404.html": '<a href="/index.html">i</a><script src="/a.js"></script>',
    "a.js": 'fetch("b.json")',
    "style.css": "a{b:url(data:x,y)} c{d:url('bild eins.png')}",
}  # fmt: skip

#: What is put in place of a page's text, and the rule and the place that it leads to.
BAD = [
    ({"index.html": '<a href="c.html">'}, "output-link", "index.html:1:4"),
    ({"index.html": '<a href="a/b.html#y">'}, "output-anchor", "index.html:1:4"),
    ({"index.html": '\n <a href="#nirgends">'}, "output-anchor", "index.html:2:5"),
    ({"index.html": '<b id="h"><i id="h">'}, "output-id", "index.html:1:14"),
    ({"index.html": '<b id="h"><a href="A/b.html">'}, "output-case", "index.html:1:14"),
    ({"index.html": '<b id="h"><img src="weg.png">'}, "output-asset", "index.html:1:16"),
    ({"index.html": '<b id="h"><a href="/a/b.html">'}, "output-absolute", "index.html:1:14"),
    ({"index.html": '<b id="h"><a href="../x.html">'}, "output-link", "index.html:1:14"),
    ({"index.html": '<b id="h"><script src="//cdn.example/x.js"></script>'}, "output-external", "index.html:1:19"),
    ({"style.css": "a{}\nb{c:url(//cdn.example/x)}"}, "output-external", "style.css:2:5"),
    ({"style.css": "a{b:url(weg.woff2)}"}, "output-asset", "style.css:1:5"),
    ({"a.js": ' fetch("https://api.example/")'}, "output-external", "a.js:1:9"),
    ({"icon.svg": '<svg><image href="https://cdn.example/x"/></svg>'}, "output-external", "icon.svg:1:13"),
    ({"m.json": '{"src": "https://cdn.example/x.png"}'}, "output-external", "m.json:1:10"),
    ({"Index.html": "<p>"}, "output-case", "Index.html:1:1"),
    ({"a/" + "x" * LONGEST + ".txt": ""}, "output-path", "a/" + "x" * LONGEST + ".txt:1:1"),
    ({"a/aux.txt": ""}, "output-path", "a/aux.txt:1:1"),
]


def write(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def found(root: Path) -> list[tuple[str, str]]:
    return [(each.rule, f"{each.place.file}:{each.place.line}:{each.place.column}") for each in check_output(root)]


def test_a_good_site_has_no_findings(tmp_path: Path) -> None:
    assert found(write(tmp_path, GOOD)) == []


@pytest.mark.parametrize(("files", "rule", "place"), BAD)
def test_a_defect_is_found_at_its_place(tmp_path: Path, files: dict[str, str], rule: str, place: str) -> None:
    assert (rule, place) in found(write(tmp_path, GOOD | files))


def test_only_names_that_windows_dislikes_are_mere_warnings(tmp_path: Path) -> None:
    severities = {each.rule: each.severity for each in check_output(write(tmp_path, GOOD | BAD[-1][0] | BAD[0][0]))}
    assert severities["output-path"] == "warning"
    assert {severity for rule, severity in severities.items() if rule != "output-path"} == {"error"}


@pytest.fixture(scope="module")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small knowledge base's site, as it is built."""
    return build_site(copy_of(SMALL, tmp_path_factory.mktemp("real") / "kb"))


ENTRY = "glossar/hilfeplan.html"
#: Each: a file, a text in it, what takes its place (None deletes the file), and the rule that sees it.
MUTATIONS = [
    (ENTRY, 'href="kooperationsplan.html', 'href="kooperationsplam.html', "output-link"),
    (ENTRY, 'href="kooperationsplan.html#kooperationsplan.sgb2"', 'href="kooperationsplan.html#nichts"', "output-anchor"),
    (ENTRY, 'id="hilfeplan.sgb8"', 'id="hilfeplan.sgb9"', "output-anchor"),
    (ENTRY, 'id="hilfeplan.sgb2"', 'id="hilfeplan.sgb8"', "output-id"),
    (ENTRY, 'href="kooperationsplan.html', 'href="Kooperationsplan.html', "output-case"),
    (ENTRY, 'href="kooperationsplan.html', 'href="/glossar/kooperationsplan.html', "output-absolute"),
    (ENTRY, "</head>", '<link rel="preconnect" href="https://fonts.example"></head>', "output-external"),
    (ENTRY, "</body>", '<img src="plan.png"></body>', "output-asset"),
    ("assets/jbakb/jbakb.css", "{", "{background:url(https://cdn.example/x.png);", "output-external"),
    ("assets/jbakb/jbakb.js", "", 'fetch("https://stats.example/x");', "output-external"),
    ("assets/jbakb/search.css", None, None, "output-asset"),
    ("glossar/kooperationsplan.html", None, None, "output-link"),
]  # fmt: skip


def test_a_real_site_is_clean(real_site: Path) -> None:
    assert found(real_site) == []


@pytest.mark.parametrize(("path", "old", "new", "rule"), MUTATIONS)
def test_a_defect_planted_in_a_real_site_is_found(
    real_site: Path, tmp_path: Path, path: str, old: str | None, new: str | None, rule: str
) -> None:
    site = Path(shutil.copytree(real_site, tmp_path / "site"))
    if old is None or new is None:
        (site / path).unlink()
    else:
        text = (site / path).read_text(encoding="utf-8")
        assert old in text
        (site / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert rule in {each for each, _place in found(site)}


def test_many_files_are_checked_in_several_processes_alike(tmp_path: Path) -> None:
    pages = {f"p/{number}.html": f'<a href="{number + 1}.html">' for number in range(450)}
    assert found(write(tmp_path, GOOD | pages)) == [("output-link", "p/449.html:1:4")]


def test_sites_with_folders_as_addresses_are_clean_too(small: Path) -> None:
    file = small / "mkdocs.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("use_directory_urls: false", "use_directory_urls: true"), "utf-8"
    )
    assert found(build_site(small)) == []
