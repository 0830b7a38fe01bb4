"""German first, English second: the texts in the code are German and are translated by gettext.

Click's own messages are English in its code; the German catalogue translates them. Both languages therefore live in one
gettext domain, which must be bound before Click is imported (Click looks its texts up in the default domain).
"""

from __future__ import annotations

import gettext as _gettext
import os
from pathlib import Path
from typing import Final

DOMAIN: Final = "jbakb"
LANGUAGES: Final = ("de", "en")
_LOCALES = Path(__file__).parent / "locale"

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_language: str = LANGUAGES[0]


def use_language(language: str) -> None:
    """Make all texts of this process appear in a language, `de` or `en`; others fall back to German."""
    global _catalogue, _language
    _language = code = language if language in LANGUAGES else "de"
    _catalogue = _gettext.translation(DOMAIN, _LOCALES, [code], fallback=True)
    # Click asks the default domain, in the language of the environment.
    os.environ["LANGUAGE"] = code
    _gettext.bindtextdomain(DOMAIN, str(_LOCALES))
    _gettext.textdomain(DOMAIN)


def current_language() -> str:
    """Return the language in use, for example for `lang` in a page."""
    return _language


def _(text: str) -> str:
    """Translate a text into the language in use."""
    return _catalogue.gettext(text)


def N_(text: str) -> str:
    """Mark a text that is translated later, where it is shown (module constants); returns it unchanged."""
    return text


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a text that depends on a number."""
    return _catalogue.ngettext(singular, plural, count)
