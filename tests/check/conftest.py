"""What the tests of checks share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jbakb.check.finding import CheckInput, Finding
from jbakb.check.rules import BUILT_IN
from jbakb.check.run import run_rules
from jbakb.knowledge_base import open_knowledge_base
from tests.conftest import DAY

Check = Callable[..., list[Finding]]


@pytest.fixture
def page(small: Path) -> Callable[[str], None]:
    """Write the one page of the Jobcenter."""
    return lambda text: write(small, text)


def write(root: Path, text: str) -> None:
    (root / "docs/jobcenter.md").write_text(f"---\nareas: [sgb2]\n---\n\n{text}\n", encoding="utf-8")


@pytest.fixture
def found(small: Path) -> Check:
    """Check the small knowledge base, without the information that is always there."""

    def check() -> list[Finding]:
        findings = run_rules(BUILT_IN, CheckInput(open_knowledge_base(small), DAY))
        return [finding for finding in findings if finding.severity != "info"]

    return check
