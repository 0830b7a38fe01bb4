"""Templates to text: one renderer per page, which knows addresses, the looks of areas and the links of terms."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from jbakb.i18n import _, ngettext
from jbakb.labels import basis_label, dangling_label, day_label, deadline_label
from jbakb.language.seams import seams
from jbakb.model import Area, Contact
from jbakb.site import addresses
from jbakb.site.content import SiteContent
from jbakb.site.links import LinkedText
from jbakb.site.own_side import OwnWord, Side, relation_label, relation_symbol


class PageRenderer:
    """What a page's template can ask for, as `site`."""

    def __init__(self, content: SiteContent, page: str, own_entry: str = "") -> None:
        self.content = content
        self.page = page
        self._texts = LinkedText(content.linker, page, own_entry)

    def render(self, template: str, **values: Any) -> str:
        """Render a template of this package."""
        return _environment().get_template(template).render(site=self, **values)

    def text(self, text: str, area: str = "") -> Markup:
        """Return a text with its terms linked, seen from an area."""
        return Markup(self._texts.html(text, area))

    def section(self) -> str:
        """Begin a new section, in which words are linked again."""
        return self._texts.section()

    def area(self, area: str) -> Area | None:
        """Return an area."""
        return self.content.glossary.areas.get(area)

    def style(self, area: str) -> int:
        """Return the number of an area's look, 0 for none."""
        return self.content.styles.get(area, 0)

    def link(self, page: str, fragment: str = "") -> str:
        """Return the address of another page."""
        return self.content.addresses.link(self.page, page, fragment)

    def ref(self, ref: str) -> str:
        """Return the address of an entry or a concept."""
        entry, dot, _concept = ref.partition(".")
        return self.link(addresses.entry_page(entry), ref if dot else "")

    @property
    def sides(self) -> tuple[Side, ...]:
        """Return the sides that a reader may choose."""
        return self.content.own_words.sides

    def seen_from(self, ref: str) -> tuple[tuple[str, tuple[OwnWord, ...]], ...]:
        """Return what the other sides have for a concept, by area."""
        found = self.content.glossary.at(ref)
        return self.content.own_words.of(*found) if found else ()

    def theme(self, theme: str) -> str:
        """Return the address of a theme."""
        return self.link(addresses.THEMES, theme)

    def area_page(self, area: str) -> str:
        """Return the address of an area's page."""
        return self.link(addresses.area_page(area))

    def contacts_page(self) -> str:
        """Return the address of the page with all contacts."""
        return self.link(addresses.CONTACTS)

    def contact_topics(self, contact: Contact) -> list[tuple[str, str]]:
        """Return what a contact is named for, as text and address; what does not exist is left out."""
        glossary = self.content.glossary
        processes = {page.process.id: page.title for _path, page in self.content.process_rows if page.process}
        return [
            *((glossary.themes[theme], self.theme(theme)) for theme in contact.themes if theme in glossary.themes),
            *((glossary.entries[ref].title, self.ref(ref)) for ref in contact.entries if ref in glossary.entries),
            *((law, "") for law in contact.laws),
            *(
                (_("Prozess „{title}“").format(title=processes[each]), self.process(each))
                for each in contact.processes
                if each in processes
            ),
        ]

    def process(self, process: str) -> str:
        """Return the address of a process."""
        return self.link(addresses.process_page(process))


def render_html(template: str, **values: object) -> str:
    """Fill a template that is a whole page of its own."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("jbakb.site"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["seams"] = _seams
    environment.filters["slug"] = addresses.slug
    environment.globals.update(
        _=_,
        pages=addresses,
        ngettext=ngettext,
        day=day_label,
        dangling=dangling_label,
        basis_label=basis_label,
        deadline_label=deadline_label,
        relation_label=relation_label,
        relation_symbol=relation_symbol,
    )
    return environment


def _seams(text: str) -> Markup:
    """Let a long compound break at its seams; the text itself, which readers copy, stays as it is."""
    return Markup('<span class="jbakb-seam"></span>').join(seams(text))
