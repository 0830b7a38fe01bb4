"""The page for wrong addresses: in German, with the search, wherever the site lies and wherever the address points."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from jbakb.i18n import _
from jbakb.site.render import render_html

#: On a file share nothing is at the root of the server: the page itself shows where the site is.
_HERE = (
    '<script>location.protocol==="file:"&&'
    '(document.querySelector("base").href=location.href.replace(/[^/]*$/,""))</script>'
)
#: What the wrong address calls itself is a good first guess at what is looked for.
_GUESS = (
    "<script>{const name=location.pathname.replace(/^.*\\/|\\.html?$/g,'').replace(/^404$/,'').replace(/[-_]+/g,' ');"
    "try{document.getElementById('jbakb-home-search').value=decodeURIComponent(name)}catch{}}</script>"
)


def not_found(html: str, site_url: str | None) -> str:
    """Return Material's page with our text; its addresses start from the site's folder, whatever address was wrong.

    Args: `site_url` the address of the site, whose path is the folder on its server; without one it is the root.
    """
    folder = urlsplit(site_url or "/").path.rstrip("/") + "/"
    text = _("Vielleicht hat sie eine neue Adresse. Die Suche findet Wörter, Abkürzungen und Seiten.")
    search = render_html("block_search.html") + _GUESS
    ways = (("index.html", _("Startseite")), ("glossar/index.html", _("Alle Wörter von A bis Z")))
    links = " · ".join(f'<a href="{address}">{name}</a>' for address, name in ways)
    title = _("Diese Seite gibt es nicht")
    html = html.replace("<h1>404 - Not found</h1>", f"<h1>{title}</h1><p>{text}</p>{search}<p>{links}</p>")
    html = re.sub(rf'((?:href|src)="){re.escape(folder)}(?!/)', r"\1", html)
    html = html.replace('href="#', 'href="404.html#').replace('href=""', 'href="index.html"')
    return html.replace("<head>", f'<head><base href="{folder}">{_HERE}', 1)
