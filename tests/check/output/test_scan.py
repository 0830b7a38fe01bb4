"""What a browser would load, and what a person would follow: a table per kind of file."""

import pytest

from jbakb.check.output.scan import scan_data, scan_markup, scan_script, scan_style

X = "https://other.example/x"

LOADED = [
    f'<script src="{X}.js"></script>', f"<img src='{X}.png'>", f"<img src={X}.png>", f'<img srcset="a.png 1x, {X}.png 2x">',
    f'<link rel="stylesheet" href="{X}.css">', f'<link href="{X}" rel=preconnect>', f'<link rel="shortcut icon" href="{X}">',
    f'<link rel="dns-prefetch" href="{X}">', f'<link rel="modulepreload" href="{X}">', f'<link rel="manifest" href="{X}">',
    f'<iframe src="{X}"></iframe>', f'<video poster="{X}"></video>', f'<object data="{X}"></object>', f'<embed src="{X}">',
    f'<div style="background:url({X})">', f'<div style=\'background:url("{X}")\'>', f"<style>@import '{X}';</style>",
    f"<style>a{{b:url('{X}')}}</style>", f'<a href="x.html" ping="{X}">', f'<meta http-equiv="refresh" content="0; url={X}">',
    f'<script>fetch("{X}")</script>', f'<svg><image href="{X}"/></svg>', f'<svg><use xlink:href="{X}"/></svg>',
    f'<base href="{X}">', f'<a data-md-component="source" href="{X}">', f'<IMG\n  SRC="{X}">', f"<body background={X}>",
    f'<img alt="a > b" src="{X}">', f'<noscript><img src="{X}"></noscript>',
]  # fmt: skip
HARMLESS = [
    f'<a href="{X}">x</a>', f'<area href="{X}">', f'<link rel="canonical" href="{X}">', f'<link rel="license" href="{X}">',
    f"<p>src={X}</p>", f"<!-- <img src='{X}'> -->", f'<meta property="og:url" content="{X}">', f"<style>/* url({X}) */</style>",
    f'<script>const shown = "{X}"</script>', f'<textarea><img src="{X}"></textarea>', f'<div data-src="{X}">',
    f'<title><img src="{X}"></title>',
]  # fmt: skip


@pytest.mark.parametrize("html", LOADED)
def test_what_a_page_loads(html: str) -> None:
    assert any(use.loads and use.address.startswith(X) for use in scan_markup(html).uses)


@pytest.mark.parametrize("html", HARMLESS)
def test_what_a_page_only_names(html: str) -> None:
    assert not [use for use in scan_markup(html).uses if use.loads and use.address.startswith(X)]


@pytest.mark.parametrize(
    ("script", "loads"),
    [
        (f"fetch('{X}')", True),
        (f'import("{X}")', True),
        (f'import{{a}}from"{X}"', True),
        (f"new Worker(`{X}`)", True),
        (f'importScripts("{X}")', True),
        ('new WebSocket("wss://other.example/")', True),
        (f'image.src = "{X}"', True),
        (f'request.open("GET", "{X}")', True),
        (f'load("{X}.js")', True),
        ('load("//other.example/x.css")', True),
        ('load("https://unpkg.com/mermaid")', True),
        ('t=`https://api.other.example/repos/${e}`', True),
        (f'if (text == "{X}") show("{X}")', False),
        (f"// see {X}.js", False),
        ('svg("http://www.w3.org/2000/svg")', False),
        ('fetch("own.json")', False),
        ('a = "// no address"', False),
    ],
)  # fmt: skip
def test_what_a_script_loads(script: str, loads: bool) -> None:
    assert bool(scan_script(script)) is loads


@pytest.mark.parametrize(
    ("css", "addresses"),
    [
        ("a{b:url(x.png)}", ["x.png"]),
        ("a{b:url( 'x.png' )}", ["x.png"]),
        ('@import "x.css"; @import url(y.css);', ["x.css", "y.css"]),
        ("a{b:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\")}", ["data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"]),
        ("/* url(x.png) */", []),
    ],
)  # fmt: skip
def test_what_a_style_sheet_loads(css: str, addresses: list[str]) -> None:
    assert [use.address for use in scan_style(css)] == addresses


@pytest.mark.parametrize(
    ("data", "count"), [(f'{{"src": "{X}.png"}}', 1), (f'{{"text": "{X}"}}', 0), ('{"src": "x.png"}', 0)]
)
def test_what_data_name(data: str, count: int) -> None:
    assert len(scan_data(data)) == count


def test_ids_and_their_places() -> None:
    html = '<p id="a">\n<p id=b><a name="c"><p\n  id="a">'
    scan = scan_markup(html)
    assert scan.ids == {"a", "b", "c"}
    assert scan.repeated == (("a", html.rindex("id=")),)


def test_addresses_are_read_as_a_browser_reads_them() -> None:
    [use] = scan_markup('<a href=" a.html?x=1&amp;y=2#z ">').uses
    assert (use.address, use.loads) == ("a.html?x=1&y=2#z", False)
