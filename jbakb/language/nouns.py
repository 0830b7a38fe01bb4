"""The declension of German nouns from gender, plural, the base noun of a compound, and endings.

Rules: Duden, Die Grammatik (noun inflection); over-generation is harmless where it makes no other German word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

from jbakb.language.base_nouns import Declension, base_nouns, find_head, umlaut
from jbakb.language.derivation import GIVEN, Derived, Forms, Origin, add

# Lengths of words: a short base noun may be found by chance; long words rarely have an umlaut in the plural.
_SHORT: Final = 3
_LONG: Final = 8
ADJECTIVE_ENDINGS: Final = ("e", "en", "er", "es", "em")
_SIBILANT: Final = ("s", "ß", "x", "z", "tsch")
_STRESSED: Final = ("eer", "ier", "iel", "eel")
_DIPHTHONGS: Final = ("ei", "ai", "au", "eu")
_UNSTRESSED: Final = ("el", "en", "er", "em", "chen", "lein", "ler")
#: Nominalised adjectives and participles: Jugendliche, Angestellter, Studierende, Ganzes.
_NOMINALISED: Final = re.compile(
    r"(?:lich|isch|[^aeiou]ig|ierend|elnd|ernd|igend|[^aeiou]send|[^qd]uell|[^p]iell|ionell|minell|[dt]et|lehrend|ziehend|(?:be|ver|ge|an|vor|ent|er|zer)\w+(?:[^aeioulrt]t|llt|hlt|tzt|ert|elt|rkt|dnet|andt|annt|end)"
    r"|iert|eiligt|fangen|wachsen|loren|fohlen|los|eamt|obdachlos|deutsch|fremd|tot|krank|arbeitend|suchend|wesend|bend)e[rnsm]?$"
)  # fmt: skip
#: Participles that nothing else looks like: Lernende, Vorsitzender, Verstorbene.
_PARTICIPLE: Final = re.compile(
    r"(?:(?:lern|schaff|sitz|steh|geh|reis|bild|zieh|nehm|pfleg|arbeit|such|wohn|leit|helf|leid|lehr|treff|sprech|schreib"
    r"|überleb|folg|fahr|führ|dien|rauch|trink|wart|schütz|studier|stell|kauf|spiel|wachs|wirk|leb|handel|forsch|streik|trag|zahl|geb|halt|hör|trauer|kämpf|klag|wähl|spend|werb|sterb|sorg|tret|gründ|werd)end"
    r"|(?:storb|blieb|troff|fall|fang|wachs|bor|sess|nes|worb|wies|lad|schloss|zog|lass|sproch|broch|schied|trieb|zwung|fund|bund|griff|nomm|schrieb|stand|rat|schoss|trog|schwor)en"
    r"|(?:waffne|wunde|frei|eigne|fähig)t)e[rnsm]?$"
)
_NO_NOMINALISED: Final = re.compile(
    r"(?:kalender|schafter|absender|sender|spender|gegende?|geschichte|getreide|gelände|gelübde|gemeinde|gebärde|gebäude"
    r"|richter|dichter|vertreter|verwalter|anwälte|elter|alter|berichte|vorte|verse|verluste|gestalte|geliebter?e"
    r"|gewichte|gesichte|gerichte|geste|geräte|gebiete|angebote|antworte|verbote|bette|beute|beste|gäste|begriffe"
    r"|bekannter?schaft|erste|ente|ernte|gelte|vierte|dritte|verbände|bestände|abende|bände|(?:[^aeiouhs]s|(?<!w)es|wochen|w|bl|sp|leg|divid)ende|stände)$"
)  # fmt: skip
_WEAK_ENDINGS: Final = (
    "ent", "ant", "ist", "oge", "nom", "krat", "arch", "graf", "graph", "soph", "agoge", "ast", "et", "at", "it", "ot",
)  # fmt: skip
_FEMININE: Final = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|thät|ik|ur|enz|anz|ei|ie|ade|age|üre|itis|[^aeiou]erin|istin|entin|antin|ologin|ogin)$"
)
#: Endings that settle the plural: the ending, what is cut off, what may come instead.
_PLURALS: Final[tuple[tuple[str, int, tuple[str, ...]], ...]] = (
    ("nis", 0, ("se",)),
    ("niß", 1, ("sse",)),
    ("heit", 0, ("en",)), ("keit", 0, ("en",)), ("schaft", 0, ("en",)), ("ung", 0, ("en",)), ("ion", 0, ("en",)),
    ("tät", 0, ("en",)), ("thät", 0, ("en",)), ("enz", 0, ("en",)), ("anz", 0, ("en",)), ("ik", 0, ("en",)),
    ("chen", 0, ("",)), ("lein", 0, ("",)), ("ling", 0, ("e",)), ("sal", 0, ("e",)),
    ("tum", 0, ("\"er",)), ("thum", 0, ("\"er",)),
    ("aum", 0, ("\"e",)), ("ium", 2, ("en",)),
    ("um", 2, ("en", "a", "ums", "ume")), ("ma", 1, ("en", "ata", "as", "a")),
    ("ismus", 2, ("en",)), ("ex", 2, ("exe", "izes", "ices")), ("os", 2, ("en", "osse", "oi")),
    ("us", 2, ("en", "usse", "i", "us", "era", "ora")),
    ("itis", 1, ("den", "s")), ("is", 2, ("en", "isse", "is")),
    ("or", 0, ("en", "e", "s")), ("on", 0, ("en", "e", "s")), ("ee", 0, ("n", "s")), ("ie", 0, ("n", "s")),
    ("a", 1, ("as", "en", "a")), ("o", 1, ("os", "en", "i")), ("é", 0, ("s",)),
    ("y", 0, ("s",)), ("ei", 0, ("en", "e", "er")), ("ai", 0, ("e", "en", "s")), ("i", 0, ("s",)),
    ("au", 0, ("en", "e", "s")), ("u", 0, ("s",)),
    ("ment", 0, ("e", "s")), ("age", 0, ("n",)),
)  # fmt: skip


#: What somebody lists in the plural is also said of one: Leistungen zur Teilhabe.
_PLURAL_WORD: Final = re.compile(r".{3}(?:ung|heit|keit|schaft|tät|[tsx]ion)en$")
#: Loan words that have more than one plural, whichever is given: Bonus, Boni and Bonusse.
_LATIN: Final = frozenset({"ium", "um", "ma", "us", "is", "o", "a"})
#: Of these one plural is usual, and another would be another word: Studio and Studie, Maximum and Maxime.
_NO_DOUBLET: Final = ("io", "imum")


def decline(word: str, gender: str | None = None, plural: str = "", *, by_ending: bool = True) -> Forms:
    """Return the forms of one noun.

    Args: `gender` a grammatical gender or None; `plural` the nominative plural, empty if unknown;
    `by_ending` False leaves out what would only be guessed.
    """
    forms: Forms = {word: GIVEN}
    prefix, last = _before_hyphen(word)
    plural_last = plural[len(prefix) :] if plural.startswith(prefix) else plural
    for form, derived in _decline(last, gender, plural_last if prefix else plural, by_ending=by_ending).items():
        add(forms, prefix + form, derived)
    if plural:
        forms[plural] = GIVEN
    return forms


_PLAIN_ADJECTIVE: Final = re.compile(
    r"(?:reich|arm|alt|jung|klein|groß|gut|bös|schön|blind|stumm|neu|ganz|halb|schwarz|weiß|rot|grün|blau|gesund|einzeln|äußer|inner)e[rnsm]?$"
)


def is_nominalised(word: str, gender: str | None, plural: str) -> bool:
    """Tell whether a noun declines as an adjective: Jugendliche, Angestellter, Studierende."""
    if gender == "common":
        return True
    if word.endswith("er") and plural == word:
        return False  # Gläubiger, Botschafter
    if not word.endswith(("e", "er", "es")) or (
        gender in ("masculine", "feminine") and plural in (word + "n", word + "nen")
    ):
        return gender is not None and word.endswith("er") and plural in (word[:-1], word[:-1] + "n") and plural != ""
    lower = word.lower()
    if gender == "masculine" and word.endswith("er") and plural in (word[:-1], word[:-1] + "n"):
        return True
    if _PLAIN_ADJECTIVE.match(lower) and word.endswith("e") and not plural:
        return True
    if _PARTICIPLE.search(lower):
        return True
    return bool(_NOMINALISED.search(lower)) and not _NO_NOMINALISED.search(lower) and lower not in base_nouns()


def _before_hyphen(word: str) -> tuple[str, str]:
    """Split a hyphen compound before its last part: what stands before never changes."""
    at = word.rfind("-") + 1
    return (word[:at], word[at:]) if at and at < len(word) else ("", word)


def _decline(word: str, gender: str | None, plural: str, *, by_ending: bool) -> Forms:
    forms: Forms = {}
    if is_nominalised(word, gender, plural):
        stem = re.sub(r"e[rnsm]?$", "", word)
        for ending in ADJECTIVE_ENDINGS:
            add(forms, stem + ending, Derived(Origin.RULE, "adjective"))
        if gender == "common":
            return forms
    head = find_head(word)
    fitting = [row for row in head.declensions if gender in (None, row.gender, "common")] if head else []
    if gender == "plural" or (
        gender is None and not plural and fitting and all(row.gender == "plural" for row in fitting)
    ):
        return _plural_forms(forms, [word], Derived(Origin.BASE, word))
    genders: set[str | None] = {gender} if gender else {row.gender for row in fitting}
    genders = genders or {_gender_by_ending(word)}
    _singular(forms, word, genders, fitting, plural)
    if gender in (None, "feminine") and not plural and _PLURAL_WORD.search(word):
        add(forms, word[:-2], Derived(Origin.ENDING, "-en"))
    if plural:
        _plural_forms(forms, [plural], Derived(Origin.RULE, plural))
        if gender == "masculine" and word.endswith("e") and plural == word + "n":
            add(forms, plural + "s", Derived(Origin.RULE, plural))  # des Namens, des Friedens
    if word.endswith("er") and not plural and genders != {"feminine"}:
        add(forms, word + "n", Derived(Origin.ENDING, "-er"))
    if word.endswith("mann") and not word.endswith("Ehemann"):
        _plural_forms(forms, [word[:-4] + "leute"], Derived(Origin.ENDING, "-mann"))
    if head and fitting:
        before = word[: head.start]
        based = Derived(Origin.BASE, word[head.start :])
        for row in fitting:
            _plural_forms(forms, [_like(word, before + one) for one in row.plurals], based)
    ending = _ending(word)
    sure = bool(plural) or (
        head is not None and bool(fitting) and (head.start == 0 or (len(head.word) > _SHORT and not ending))
    )
    if by_ending and (not sure or ending in _LATIN) and not (plural and word.endswith(_NO_DOUBLET)):
        _plural_forms(forms, _guess_plurals(word, gender), Derived(Origin.ENDING, f"-{ending}" if ending else ""))
    return forms


def _singular(forms: Forms, word: str, genders: Collection[str | None], rows: list[Declension], plural: str) -> None:
    if set(genders) <= {"feminine", "plural"}:
        return
    lower = word.lower()
    if rows and all(row.weak for row in rows) and not lower.endswith("herr"):
        add(forms, word + ("n" if word.endswith(("e", "auer", "ar")) else "en"), Derived(Origin.RULE, "weak"))
        return
    derived = Derived(Origin.RULE if "feminine" not in genders else Origin.ENDING, "genitive")
    for form in _genitives(word):
        add(forms, form, derived)
    if (
        word.endswith(_STRESSED)
        or not word.endswith(
            ("e", "a", "i", "o", "u", "y", "en", "el", "er", "em", "chen", "lein", "us", "as", "os", "nis")
        )
        or lower.endswith(("haus", "glas", "gras", *_DIPHTHONGS))
    ):
        add(forms, word + "e", Derived(Origin.WEAK if find_head(word + "e") else derived.origin, "dative"))
    elif word.endswith("nis"):
        add(forms, word + "se", Derived(Origin.WEAK, "dative"))
    if any(row.weak for row in rows) or (
        not rows and not plural and "neuter" not in genders and word.endswith(_WEAK_ENDINGS)
    ):
        add(forms, word + ("n" if word.endswith(("e", "err", "auer", "ar")) else "en"), Derived(Origin.RULE, "weak"))
    if lower.endswith("herz"):
        add(forms, word + "en", derived)
        add(forms, word + "ens", derived)
    if word.endswith("e") and "masculine" in genders:
        add(forms, word + "n", derived)


def _genitives(word: str) -> tuple[str, ...]:
    if word.endswith("nis"):
        return (word + "ses",)
    if word.endswith("niß"):
        return (word[:-1] + "sses",)
    if word.endswith("ismus"):
        return ()
    if word.endswith(("us", "as", "os", "is")) and not word.endswith("aus"):
        return (word + "ses", word + "es")
    if word.endswith("s") and len(word) > 2 and word[-2] == "s":
        return (word + "es",)
    if word.endswith(_SIBILANT):
        return (word + "es",)
    if word.endswith(_STRESSED):
        return (word + "s", word + "es")
    if word.endswith("e"):
        return (word + "s", word + "ns")
    if word.endswith((*_UNSTRESSED, "a", "i", "o", "u", "y", "é")) and not word.endswith(_DIPHTHONGS):
        return (word + "s",)
    return (word + "s", word + "es")


def _plural_forms(forms: Forms, plurals: Iterable[str], derived: Derived) -> Forms:
    for plural in plurals:
        if derived.origin is Origin.ENDING and plural.lower() in base_nouns():
            continue
        add(forms, plural, derived)
        if not plural.endswith(("n", "s", "a", "i")):
            add(forms, plural + "n", derived)
    return forms


def _gender_by_ending(word: str) -> str | None:
    if _FEMININE.search(word):
        return "feminine"
    if word.endswith("e") and not word.lower().startswith("ge"):
        return "feminine"
    return None


def _guess_plurals(word: str, gender: str | None) -> list[str]:
    """Return all plurals that a word's ending and gender allow."""
    if word.endswith(("erin", "istin", "entin", "antin", "ogin", "atin")) or (
        gender == "feminine" and word.endswith("in")
    ):
        return [word + "nen"]
    for ending, cut, instead in _PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 1 and not word.endswith(("aus", "eis")):
            stem = word[: len(word) - cut]
            latin = [word[:-2] + new for new in ("en", "a")] if ending == "tum" else []
            return [*latin, *(umlaut(stem) + new[1:] if new.startswith('"') else stem + new for new in instead)]
    if word.endswith("e"):
        loan = [word + "s"] if gender is None else []
        return (
            [word, word + "n", *loan] if word.lower().startswith("ge") and gender != "feminine" else [word + "n", *loan]
        )
    if word.endswith(("el", "er", "en", "em")):
        same = [word, word + "n"] if gender != "feminine" else [word + "n"]
        return [
            *same,
            umlaut(word),
            *([word + "e"] if word.endswith(("er", "en", "em")) else []),
            *([word + "s"] if gender is None else []),
        ]
    if gender == "feminine":
        return [
            word + "en",
            *([umlaut(word) + "e"] if len(word) < _LONG else []),
            *([word + "s"] if len(word) < _LONG else []),
        ]
    plurals = [word + "e", word + "en", word + "s"]
    if len(word) < _LONG or re.search(r"[aou][^aeiouäöü]{1,3}$", word):
        plurals += [umlaut(word) + "e"]
    if gender in ("neuter", None) and umlaut(word) != word:
        plurals += [umlaut(word) + "er"]
    if gender is None and word.endswith("in"):
        plurals += [word + "nen"]
    return plurals


def _ending(word: str) -> str:
    return next((ending for ending, _cut, _instead in _PLURALS if word.endswith(ending)), "")


def _like(word: str, form: str) -> str:
    """Give a form the capital that its word has."""
    return form[:1].upper() + form[1:] if word[:1].isupper() else form
