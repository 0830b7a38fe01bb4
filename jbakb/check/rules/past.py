"""Sentences about former times, where an old word is the right one."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from jbakb.check.passages import Passage

#: Texts about the past and about words name old words; "sie muss abgeschafft werden" does not.
_FORMER: Final = re.compile(
    r"\b(?:[Ff]rüher\w*|ehemal\w+|vormals|[Dd]amal\w+|seinerzeit\w*|bisherige\w*|hieß(?:en)?|durch .{1,60} ersetz\w+"
    r"|(?:abgelöst|abgeschafft|eingeführt|aufgehoben|umbenannt|zusammengeführt|zusammengelegt)(?! werden\b)"
    r"|Umbenennung|Nachfolge\w*|Vorläufer\w*"
    r"|vor (?:diesem|dem) (?:Datum|Tag|Stichtag|Zeitpunkt|Inkrafttreten))\b"
    r"|\b[Bb]is (?:Ende |Anfang |Mitte |zum |\d\d?\. ?)*(?:[A-ZÄÖÜ]\w+ |\d\d?\. ?)?(?:19|20)\d\d\b|\(alt\)"
)
#: Characters beyond which a text without full stops (a table from a PDF) speaks of something else.
_FAR: Final = 200
#: "Die Einführung des Bürgergelds" was under that name, "die alte Eingliederungsvereinbarung" is none of today.
_EVENT: Final = re.compile(
    r"\b(?:(?:Reform|Einführung|Abschaffung|Ablösung)\s+(?:de[sr]|eine[sr])(?:\s+\w+en)?|(?:[Dd](?:ie|as|e[mnrs])\s+)?alte[nmrs]?)\s+$"
)
_MONTHS: Final = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
#: A day, a month or a year that a sentence is about; "seit" and "ab" reach until today.
_DATED: Final = re.compile(
    r"(?<!\bab )(?<!\bseit )(?<!\bvom )(?<!\bdem )(?<!\bzum )\b(?:(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?"
    rf"|(?P<name>{'|'.join(_MONTHS)}) |[Ii]m Jahre? )(?P<year>(?:19|20)\d\d)\b"
)
#: An item or a row of a chronicle: "- **2005** – Reform: …".
_CHRONICLE: Final = re.compile(
    r"[ \t]*(?:[-*+|]\s+)?[*_]{0,3}(?P<year>(?:19|20)\d\d)[*_]{0,3}\s*(?:[–—:|-]|[a-zäöü]{3})"
)
#: Verbs that leave no doubt about the tense. "Sollte" and "könnte" are no past.
_PRETERITE: Final = re.compile(r"\b(?:war|waren|hatten?|wurden?|konnten?|mussten?|durften?|gab|gaben|galt|galten)\b")
_PRESENT: Final = re.compile(
    r"\b(?:ist|sind|hat|haben|wird|werden|kann|können|muss|müssen|darf|dürfen|soll|sollen|gibt|gilt|gelten|heute|jetzt)\b"
)


def speaks_of_former_times(passage: Passage, start: int, end: int) -> bool:
    """Tell whether the sentence around a span says that it speaks of former times: früher, ehemals, bis 2022."""
    return _FORMER.search(passage.text, *_near(passage, start, end)) is not None


def speaks_of_the_past(passage: Passage, start: int, end: int, until: date) -> bool:
    """Tell whether the sentence around a span speaks of former times, or of a day until which the word was right."""
    text = passage.text
    first, last = _near(passage, start, end)
    if _EVENT.search(text, max(0, start - 40), start) or speaks_of_former_times(passage, start, end):
        return True
    if _dated(text, first, last, until):
        return True
    chronicle = _CHRONICLE.match(text, text.rfind("\n", 0, start) + 1)
    if chronicle and date(int(chronicle["year"]), 12, 31) <= until:
        return True
    if not _PRETERITE.search(text, first, last) or _PRESENT.search(text, first, last):
        return False
    paragraph = passage.paragraph(start)  # The tense goes on with the time that the sentence before has named.
    return first > paragraph + 1 and _dated(
        text, max(paragraph, passage.sentence(first - 2, first - 2)[0]), first, until
    )


def _near(passage: Passage, start: int, end: int) -> tuple[int, int]:
    first, last = passage.sentence(start, end)
    return max(first, start - _FAR), min(last, end + _FAR)


def _dated(text: str, first: int, last: int, until: date) -> bool:
    return any(_day(found) <= until for found in _DATED.finditer(text, first, last))


def _day(found: re.Match[str]) -> date:
    """Return the day, the first of the month or the end of the year that a text names; the last of days if none is."""
    if not found["name"] and not found["month"]:
        return date(int(found["year"]), 12, 31)
    month = _MONTHS.index(found["name"]) + 1 if found["name"] else int(found["month"])
    try:
        return date(int(found["year"]), month, int(found["day"] or 1))
    except ValueError:
        return date.max
