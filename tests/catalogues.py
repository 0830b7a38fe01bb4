"""The message catalogues: what there is to translate, and the compiled files beside it.

`python -m tests.catalogues` brings jbakb/locale/ up to date in one go: it takes up new texts, drops those that are gone,
keeps translations, compiles, and lists what still has none. Then translate in the .po files and run it again.

- en: the German texts of jbakb/ and plugins/, in English.
- de: the texts of Click, which are English in its code, in German. Both share one gettext domain (jbakb.i18n).
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

import click
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).parent.parent
LOCALES = PROJECT / "jbakb" / "locale"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2)}
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2"), ("**/templates/**.md", "jinja2")]
SOURCES = {"en": (PROJECT / "jbakb", PROJECT / "plugins"), "de": (Path(click.__file__).parent,)}


def extract(locale: str) -> Catalog:
    """Find all texts that a catalogue must translate; places in files are left out, since they change all the time."""
    found = Catalog(locale=locale, domain="jbakb", project="jbakb", charset="utf-8")
    for folder in SOURCES[locale]:
        for _file, _line, text, _comments, _context in extract_from_dir(folder, METHODS, keywords=KEYWORDS):
            if text and text != ("", ""):
                found.add(text)
    return found


def po_path(locale: str) -> Path:
    return LOCALES / locale / "LC_MESSAGES" / "jbakb.po"


def read(locale: str) -> Catalog:
    with po_path(locale).open("rb") as file:
        return read_po(file, locale=locale, domain="jbakb", charset="utf-8")


def compiled(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def read_compiled(locale: str) -> Catalog:
    with po_path(locale).with_suffix(".mo").open("rb") as file:
        return read_mo(file)


def untranslated(catalog: Catalog) -> list[str]:
    """Return the texts without a complete translation."""
    return [
        str(message.id)
        for message in catalog
        if message.id and not all(message.string if message.pluralizable else [message.string])
    ]


def update(locale: str) -> Catalog:
    """Bring one catalogue up to date and write it, as text and compiled."""
    path = po_path(locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog = read(locale) if path.is_file() else Catalog(locale=locale, domain="jbakb", charset="utf-8")
    catalog.update(extract(locale), no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    # Nothing that changes by itself: two runs give the same files.
    catalog.project, catalog.version, catalog.fuzzy = "jbakb", "1", False
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    catalog.creation_date = catalog.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    catalog.header_comment = "# Update with: python -m tests.catalogues"
    with path.open("wb") as file:
        write_po(file, catalog, width=110, no_location=True, sort_output=True, omit_header=False, ignore_obsolete=True)
    path.with_suffix(".mo").write_bytes(compiled(read(locale)))
    return catalog


def main() -> int:
    left = {locale: untranslated(update(locale)) for locale in SOURCES}
    for locale, texts in left.items():
        print(f"{locale}: {len(texts)} untranslated")
        for text in texts:
            print(f"  {text}")
    return int(any(left.values()))


if __name__ == "__main__":
    sys.exit(main())
