"""Making a knowledge base in a folder: what goes in, and when a folder may be used."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from jbakb.store.loading import AREAS_FILE, CONTACTS_FILE, GLOSSARY, LAWS_FILE, THEMES_FILE, WORDS_FILE
from jbakb.store.settings import MARKER

_HERE: Final = Path(__file__).parent
_TEMPLATES: Final = _HERE / "templates"
#: Where a wheel carries the glossary, the handbook and mkdocs.yml of the project (see pyproject.toml).
_PACKED: Final = _HERE / "content"
#: Handbook pages for those who develop jbakb itself.
_NOT_FOR_REGIONS: Final = "docs/entwicklung/"

#: Where the templates go.
_FRAME: Final = {
    "jbakb.toml": "jbakb.toml",
    "README.md": "README.md",
    ".gitignore": "gitignore",
    ".gitlab-ci.yml": "ci/gitlab-ci.yml",
    ".github/workflows/pruefen.yml": "ci/github.yml",
    "plugins/LIESMICH.md": "plugins/LIESMICH.md",
}
_EMPTY: Final = {
    CONTACTS_FILE: "leer/contacts.yml",
    WORDS_FILE: "leer/words.yml",
    "docs/index.md": "leer/index.md",
    f"{GLOSSARY}/lebensunterhalt/existenzsichernde-geldleistung.yml": "leer/existenzsichernde-geldleistung.yml",
}

#: Pages that every website of an office needs, with places to fill in.
_LEGAL: Final = ("docs/impressum.md", "docs/datenschutz.md", "docs/barrierefreiheit.md")

#: What a folder may hold that is still as good as empty: version control, and what a hosting service puts into it.
_HARMLESS: Final = re.compile(r"\.git|\.gitignore|\.gitattributes|\.jbakb|(?:README|LICENSE|LICENCE)(?:\..+)?", re.I)


class NotEmptyError(Exception):
    """A folder that holds something else; `names` are those of its files."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def starter_files(*, empty: bool = False) -> Mapping[str, bytes]:
    """Return the files of a new knowledge base by path; `empty` leaves out the glossary and the handbook.

    An empty one has the legal areas, the themes, the register of laws, and one entry that explains the format.
    """
    files = {path: (_TEMPLATES / template).read_bytes() for path, template in _FRAME.items()}
    title = tomllib.loads(files[MARKER].decode())["title"]
    files["mkdocs.yml"] = _mkdocs((_content() / "mkdocs.yml").read_text(encoding="utf-8"), title, empty).encode()
    if empty:
        files |= {path: (_content() / path).read_bytes() for path in (AREAS_FILE, THEMES_FILE, LAWS_FILE, *_LEGAL)}
        files |= {path: (_TEMPLATES / template).read_bytes() for path, template in _EMPTY.items()}
    else:
        files |= {path: (_content() / path).read_bytes() for path in _starter_content()}
    return files


def create(root: Path, *, empty: bool = False) -> tuple[str, ...]:
    """Make a knowledge base in a folder and return the paths that were written, in order.

    Nothing that exists is overwritten: in a knowledge base, only what is missing for it to work is added. Raises
    NotEmptyError if the folder holds something else.
    """
    there = (root / MARKER).is_file()
    if not there:
        _refuse_foreign(root)
    files = dict(starter_files(empty=empty or there))
    if there:
        files = {path: data for path, data in files.items() if path.count("/") < 2 and path != CONTACTS_FILE}
    written = []
    for path, data in sorted(files.items()):
        target = root / path
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            written.append(path)
    return tuple(written)


def _refuse_foreign(root: Path) -> None:
    found = sorted(path.name for path in root.iterdir() if not _HARMLESS.fullmatch(path.name)) if root.is_dir() else []
    if found:
        raise NotEmptyError(found)


def _content() -> Path:
    """Return where the starter content is: in the package, or beside it in a source checkout."""
    return _PACKED if _PACKED.is_dir() else _HERE.parent.parent


def _starter_content() -> Iterator[str]:
    root = _content()
    for folder in (GLOSSARY, "docs"):
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root).as_posix()
            if file.is_file() and not path.startswith(_NOT_FOR_REGIONS) and not file.name.startswith("."):
                yield path


def _mkdocs(text: str, title: str, empty: bool) -> str:
    """Make the region's mkdocs.yml of the project's: another name, no pages that the region does not have."""
    lines = [line for line in text.splitlines(keepends=True) if _NOT_FOR_REGIONS.removeprefix("docs/") not in line]
    text = re.sub(r"^site_name:.*$", f"site_name: {title}", "".join(lines), flags=re.M)
    text = re.sub(r"^(?:repo|edit|site)_(?:url|uri):.*\n", "", text, flags=re.M)
    return re.sub(r"^nav:.*\n(?:[ \t#-].*\n)*", "", text, flags=re.M) if empty else text
