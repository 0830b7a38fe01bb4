"""Building sites for the browser, and the kinds of pages that are looked at."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import DAY

#: One page of every kind.
PAGES = {
    "start": "index",
    "entry": "glossar/sorgeberechtigte",
    "entry-missing": "glossar/jugendliche",
    "entry-plan": "glossar/individueller-plan",
    "words": "glossar/index",
    "themes": "glossar/themen",
    "areas": "glossar/rechtskreise/index",
    "area": "glossar/rechtskreise/sgb8",
    "false-friends": "glossar/falsche-freunde",
    "contacts": "glossar/wen-fragen",
    "coverage": "glossar/abdeckung",
    "translation-table": "glossar/uebersetzungstabelle",
    "abbreviations": "glossar/abkuerzungen",
    "statutes": "glossar/paragrafen",
    "laws": "glossar/gesetze",
    "ages": "glossar/altersgrenzen",
    "services": "glossar/wer-leistet-was",
    "changes": "glossar/aenderungen",
    "processes": "prozesse/index",
    "process": "prozesse/erstkontakt",
    "process-map": "prozesse/ueberblick/landkarte",
    "handovers": "prozesse/ueberblick/uebergaben",
    "deadlines": "prozesse/ueberblick/fristen",
    "gates": "prozesse/ueberblick/datenschutz",
    "documents": "prozesse/ueberblick/unterlagen",
    "clause": "vereinbarung/k10",
    "agreement": "vereinbarung/index",
    "goal": "ziele/beteiligung",
    "tours": "einstieg/index",
    "tour": "einstieg/sgb8",
    "self-test": "einstieg/selbsttest",
    "handbook": "handbuch/zusammenarbeit",
    "legal": "datenschutz",
    "not-found": "404",
}


def build_site(root: Path) -> Path:
    """Build a knowledge base and return the folder of its site."""
    command = [sys.executable, "-m", "jbakb", "build", "--as-of", DAY.isoformat()]
    done = subprocess.run(command, cwd=root, env=os.environ, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"
