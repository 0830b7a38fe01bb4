"""What a site gives its search: the index, the answers and the names of areas, for one edition on one day."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from jbakb.overview_documents import overview_documents
from jbakb.search.answers import answers_of, old_words
from jbakb.search.browser import browser_script
from jbakb.search.documents import SearchDocument, search_documents
from jbakb.search.expansions import expansions_of
from jbakb.search.index import build_index
from jbakb.site.addresses import entry_page
from jbakb.site.content import SiteContent
from jbakb.site.process_places import Place, places_of


def search_script(content: SiteContent) -> str:
    """Return the script with the search index of a site."""
    glossary = content.glossary
    documents = chain(search_documents(glossary, content.pages), overview_documents(content))
    index = build_index(documents, expansions_of(glossary))

    def url(document: SearchDocument) -> str:
        if document.kind != "entry":
            below = document.path.removeprefix("docs/").partition("#")[0]
            fragment = document.url.partition("#")[2]
            return content.addresses.url(
                below.removesuffix("README.md") + "index.md" if below.endswith("README.md") else below
            ) + (f"#{fragment}" if fragment else "")
        entry, dot, _concept = document.id.partition(".")
        return content.addresses.url(entry_page(entry)) + (f"#{document.id}" if dot else "")

    def address(ref: str) -> str:
        entry, dot, _concept = ref.partition(".")
        return content.addresses.url(entry_page(entry)) + (f"#{ref}" if dot else "")

    answers = {
        entry: [{**row, "url": address(row["id"])} for row in rows]
        for entry, rows in answers_of(glossary, content.on).items()
    }

    def places(found: Mapping[str, Place]) -> list[tuple[str, str, int, str]]:
        return [
            (f"{content.addresses.url(path)}#schritt-{each.step.id}", each.process.title, each.number, each.step.title)
            for path, each in found.items()
        ]

    processes = {path: page.process for path, page in content.process_rows if page.process}
    more = {
        "places": {entry: places(found) for entry, found in places_of(glossary, content.lexicon, processes).items()},
        "areas": {
            area.id: {"short": area.short, "style": content.styles.get(area.id, 0)} for area in glossary.areas.values()
        },
        "answers": answers,
        "old": {
            key: [{**word, "urls": [address(ref) for ref in word["ids"]]} for word in words]
            for key, words in old_words(glossary, content.on).items()
        },
    }
    return browser_script(index, more, url)
