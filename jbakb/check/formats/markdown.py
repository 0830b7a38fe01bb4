"""A summary for merge requests: what is new, what is mended, and what stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jbakb.check.finding import SEVERITIES, Finding
from jbakb.check.report import Report, summary
from jbakb.i18n import _, ngettext

#: A comment longer than this is read by nobody.
_MOST = 50


def as_markdown(report: Report) -> str:
    """Return headings with tables; compared with the base branch only if that was done."""
    parts = ["## " + _("Prüfung der Wissensbasis"), counted(report.findings)]
    if report.new is None or report.mended is None:
        parts += _table(_("Befunde"), report.findings)
    else:
        fresh = [finding for finding in report.findings if finding.fingerprint in report.new]
        rest = [finding for finding in report.findings if finding.fingerprint not in report.new]
        change = _("Gegenüber dem Zielzweig: {new} neu, {mended} behoben, {rest} unverändert.")
        parts.append(change.format(new=len(fresh), mended=len(report.mended), rest=len(rest)))
        parts += _table(_("Neu"), fresh) + _table(_("Behoben"), report.mended)
    return "\n\n".join(parts) + "\n"


def counted(findings: Sequence[Finding]) -> str:
    """Return the numbers of findings by severity as a sentence's worth of words."""
    counts = summary(findings)
    return ", ".join(
        (
            ngettext("{count} Fehler", "{count} Fehler", counts["error"]).format(count=counts["error"]),
            ngettext("{count} Warnung", "{count} Warnungen", counts["warning"]).format(count=counts["warning"]),
            ngettext("{count} Hinweis", "{count} Hinweise", counts["info"]).format(count=counts["info"]),
        )
    )


def _table(title: str, findings: Sequence[Finding]) -> list[str]:
    if not findings:
        return []
    worst = sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity or "error"))
    names = (_("Stelle"), _("Regel"), _("Befund"), _("Vorschlag"))
    head = "| " + " | ".join(names) + " |\n" + "|---" * len(names) + "|"
    rows = [
        f"| {_cell(f'{finding.place.file}:{finding.place.line}')} | {_cell(finding.rule)} "
        f"| {_cell(finding.message)} | {_cell(finding.suggestion)} |"
        for finding in worst[:_MOST]
    ]
    more = [_("… und {count} weitere.").format(count=len(worst) - _MOST)] if len(worst) > _MOST else []
    return [f"### {title}", "\n".join([head, *rows]), *more]


def _cell(text: str) -> str:
    """Keep a text from being read as markup."""
    return re.sub(r"([\\`*_\[\]<>|#~!@])", r"\\\1", " ".join(text.split()))
