"""Pages follow what readers need: zoom, own text spacing, forced colours, less motion, large enough targets."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Window
from tests.browser.site import PAGES
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

PICTURES = PROJECT / "screenshots"
KINDS = pytest.mark.parametrize("kind", PAGES)

#: WCAG 2.2, 1.4.12.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""

#: Elements whose text is cut off: hidden overflow that holds more than it shows. Material's own one-line titles aside.
CUT_OFF = """() => [...document.querySelectorAll('.md-content *, .md-footer *')].filter((e) => {
  const style = getComputedStyle(e);
  return e.checkVisibility() && /hidden|clip/.test(style.overflowX + style.overflowY) && e.clientHeight > 2
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) && !e.closest('svg');
}).map((e) => e.outerHTML.slice(0, 120))"""

#: Targets below 24 × 24 px whose circle of 24 px meets another target's (WCAG 2.2, 2.5.8). Links in sentences are exempt.
SMALL_TARGETS = """() => {
  const inline = (e) => e.matches('p a, li a, dd a, td a, th a, h1 a, h2 a, h3 a, label a, span a, small a')
    && getComputedStyle(e).display === 'inline';
  const all = [...document.querySelectorAll('a[href], button, input, select, summary, [role=button]')]
    .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest('[aria-hidden=true], .md-search, .md-skip'))
    .map((e) => [e, e.getBoundingClientRect()]).filter(([e, r]) => r.width > 1 && r.height > 1 && !inline(e));
  const small = all.filter(([e, r]) => r.width < 24 || r.height < 24);
  const centre = (r) => [r.x + r.width / 2, r.y + r.height / 2];
  return small.filter(([e, r]) => all.some(([other, o]) => {
    if (other === e || other.contains(e) || e.contains(other)) return false;
    const [x, y] = centre(r);
    const dx = Math.max(o.x - x, 0, x - o.right), dy = Math.max(o.y - y, 0, y - o.bottom);
    return Math.hypot(dx, dy) < 12;
  })).map(([e, r]) => `${Math.round(r.width)}x${Math.round(r.height)} ${e.outerHTML.slice(0, 100)}`);
}"""


def address(site: Path, kind: str) -> str:
    return (site / f"{PAGES[kind]}.html").as_uri()


@KINDS
def test_at_400_percent_nothing_scrolls_sideways(window: Window, project_site: Path, kind: str) -> None:
    zoomed = window(320, 256)  # 1280 × 1024 at 400 %
    zoomed.goto(address(project_site, kind))
    assert zoomed.evaluate("document.documentElement.scrollWidth") <= 320
    assert zoomed.evaluate(CUT_OFF) == []


@KINDS
def test_text_spacing_cuts_nothing_off(window: Window, project_site: Path, kind: str) -> None:
    page = window(390, 800)
    page.goto(address(project_site, kind))
    page.add_style_tag(content=SPACING)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate(CUT_OFF) == []


@KINDS
def test_targets_are_large_or_far_apart(window: Window, project_site: Path, kind: str) -> None:
    page = window(390, 800)
    page.goto(address(project_site, kind))
    assert page.evaluate(SMALL_TARGETS) == []


def test_in_forced_colours_symbols_and_borders_stay(browser: Browser, project_site: Path) -> None:
    PICTURES.mkdir(exist_ok=True)
    page = browser.new_page(viewport={"width": 1280, "height": 900}, forced_colors="active", color_scheme="dark")
    for kind in ("start", "entry", "coverage", "process", "handovers", "self-test"):
        page.goto(address(project_site, kind))
        page.screenshot(path=PICTURES / f"{kind}-forced-colours.png")
    page.goto(address(project_site, "entry"))
    symbol = page.locator(".jbakb-column .jbakb-symbol").first
    ground, text = (page.evaluate(f"getComputedStyle(document.body).{name}") for name in ("backgroundColor", "color"))
    assert symbol.evaluate("e => getComputedStyle(e).backgroundColor") == text != ground
    assert page.locator(".jbakb-label").first.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    page.close()


@KINDS
def test_less_motion_means_none(window: Window, project_site: Path, kind: str) -> None:
    page = window(1280, 800, reduced_motion="reduce")
    page.goto(address(project_site, kind))
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((e) => {
             const style = getComputedStyle(e);
             return [...style.transitionDuration.split(','), ...style.animationDuration.split(',')].some((t) => parseFloat(t) > 0.01)
               && (style.animationName !== 'none' || style.transitionProperty !== 'none');
           }).map((e) => e.outerHTML.slice(0, 80))"""
    )
    assert moving == []
