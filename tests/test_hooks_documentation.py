"""docs/handbuch/plugins.md names every hook with its signature, and no other."""

import inspect
import re

from jbakb import hooks
from tests.conftest import PROJECT


def test_the_documentation_has_exactly_the_hooks_of_the_code() -> None:
    text = (PROJECT / "docs/handbuch/plugins.md").read_text(encoding="utf-8")
    documented = re.findall(r"^### `(.+)`$", text, re.M)
    code = [
        f"{name}{inspect.signature(function)}".replace("'", "")
        for name, function in vars(hooks).items()
        if name.startswith("jbakb_") and inspect.isfunction(function)
    ]
    assert documented == code
