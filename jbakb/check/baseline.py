"""Findings that are known and shall not stop anybody: a file of fingerprints, readable enough to be reviewed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from jbakb.check.finding import Finding
from jbakb.i18n import _
from jbakb.store.problem import DataError, Problem

_VERSION: Final = 1


def read_baseline(path: Path) -> frozenset[str]:
    """Return the fingerprints of a baseline; raises DataError if the file is no baseline."""
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != _VERSION:
            raise ValueError
        return frozenset(str(finding["fingerprint"]) for finding in data["findings"])
    except FileNotFoundError:
        hint = _("mit --write-baseline anlegen")
        raise DataError([Problem(str(path), 1, 1, _("Die Datei fehlt."), hint)]) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        message, hint = _("Das ist keine Liste bekannter Befunde."), _("mit --write-baseline neu anlegen")
        raise DataError([Problem(str(path), 1, 1, message, hint)]) from None


def baseline_of(findings: Iterable[Finding]) -> str:
    """Return the content of a baseline that lists findings; without lines, so that it stays when these move."""
    rows = [
        {
            "fingerprint": finding.fingerprint,
            "rule": finding.rule,
            "file": finding.place.file,
            "message": finding.message,
        }
        for finding in findings
    ]
    return json.dumps({"version": _VERSION, "findings": rows}, ensure_ascii=False, indent=2) + "\n"


def mark_known(findings: Iterable[Finding], known: frozenset[str]) -> list[Finding]:
    """Mark the findings that a baseline lists."""
    return [replace(finding, known=True) if finding.fingerprint in known else finding for finding in findings]
