"""Terms as rows of slots: which words of a phrase inflect, and which stay as they are."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

import msgspec

from jbakb.language.derivation import GIVEN, Derived, Forms, Origin, add
from jbakb.language.gendered import gap_forms
from jbakb.language.nouns import ADJECTIVE_ENDINGS, decline, is_nominalised
from jbakb.language.spelling import spelling_variants
from jbakb.language.verbs import conjugate
from jbakb.model import Term
from jbakb.model.values import PartOfSpeech

#: A word as the matcher sees it: letters and digits.
WORD: Final = re.compile(r"[^\W_]+")
#: Why an adjective of a phrase counts in the other case too; such forms are for the matcher, nobody wants them listed.
OTHER_CASE: Final = Derived(Origin.RULE, "case")
_ADJECTIVE: Final = re.compile(r"[^\W\d]{2,}e[nrsm]?$")
#: Capitalised adjectives in names: Allgemeiner Sozialer Dienst, Berufliche Schule.
_CAPITAL_ADJECTIVE: Final = re.compile(
    r"(?:lich|isch|ig|al|ell|sam|bar|iv|är|los|haft|nd|iert|igt|ert|zt|mein|frei|deutsch|jung|alt|neu|groß|gut|offen|erst|zweit|dritt|ander|besonder|mittler|inner|äußer|klein|hoh|stationär|mobil|rund|warm)e[nrsm]?$",
    re.I,
)
_FUNCTION_WORDS: Final = """
    der die das des dem den ein eine einer eines einem einen und oder sowie bzw für von vom zu zur zum in im ins
    an am auf aus bei beim mit nach vor über unter durch gegen ohne um bis seit während wegen trotz je pro per
    ab außer innerhalb außerhalb neben zwischen nicht sich als wie sein ihre seine ihrer seiner keine keiner
    hinter wieder aber weder besonders eigene anders
"""
_FUNCTION: Final = frozenset(_FUNCTION_WORDS.split())
_AND: Final = frozenset({"und", "oder", "sowie", "bzw", "&"})
_NUMBER: Final = re.compile(r"[IVX]+|\d+")
_ROMANS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
#: Roman numbers as they stand in laws and names, with their digits.
ROMAN_DIGITS: Final = {roman: str(number) for number, roman in enumerate(_ROMANS, 1)}
_IN_DIGITS: Final = Derived(Origin.RULE, "digits")
_INNER_CAPITAL: Final = re.compile(r"\w*[a-zäöü\d]?[A-ZÄÖÜ]\w*[A-ZÄÖÜ]")


class Slot(NamedTuple):
    """One word of a term: its forms, and what stands before it; `after` ends a term (the last point of j. M.)."""

    before: str
    forms: Forms
    after: str = ""


Slots = tuple[Slot, ...]


def slots_of(term: Term) -> list[Slots]:
    """Return the rows of slots that spell a term: one, or more where a plural or a gender form differs in shape."""
    term = _composed(term)
    rows = [_row(term.term, term)]
    plural_tokens = WORD.findall(term.plural)
    if term.plural and len(plural_tokens) != len(WORD.findall(term.term)):
        rows.append(_row(term.plural, term, inflect=False))
    rows += [_row(form, term, inflect=False) for form in term.forms]
    if term.person:
        other = "feminine" if term.person.endswith("in") else "masculine"
        rows.append(
            _row(term.person, msgspec.structs.replace(term, term=term.person, gender=other, plural="", person=""))
        )
    rows = [each for row in rows for each in _numbered(row, term)]
    rows += _without_points(rows[0], term)
    rows += [_gap_row(row, forms) for row in rows[:1] if (forms := gap_forms(row[-1].forms, term))]
    return [row for row in rows if row]


def is_abbreviation(term: Term) -> bool:
    """Tell whether a term is shortened, by its type or by its looks (PSB, HzE, U25)."""
    words = WORD.findall(term.term)
    return (
        term.type in ("abbreviation", "acronym")
        or bool(_POINTED.fullmatch(term.term))
        or (len(words) == 1 and bool(_INNER_CAPITAL.match(words[0]) or words[0].isupper()))
    )


def part_of_speech(term: Term) -> PartOfSpeech:
    """Return the part of speech of a term; one word in small letters is no noun, even where nothing is said."""
    if term.part_of_speech != "noun" or not re.fullmatch(r"[a-zäöüß]{4,}", term.term):
        return term.part_of_speech
    return "verb" if re.search(r"(?:e|[lr])n$", term.term) and not _IN_EN.search(term.term) else "adjective"


#: Adjectives and participles that end as infinitives do.
_IN_EN: Final = re.compile(r"(?:off|eig|selt|schied|mess|troff|trock|borg|zog|bund|zwung|nomm|schloss|bor|hob|lor)en$")


def _composed(term: Term) -> Term:
    """Return a term with composed letters, as a text is read; files from macOS may have letters and marks apart."""
    if all(map(_is_composed, (term.term, term.plural, term.person, *term.forms))):
        return term
    return msgspec.structs.replace(
        term,
        term=_compose(term.term),
        plural=_compose(term.plural),
        person=_compose(term.person),
        forms=tuple(map(_compose, term.forms)),
    )


def _is_composed(text: str) -> bool:
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _compose(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _row(text: str, term: Term, *, inflect: bool = True) -> Slots:
    found = list(WORD.finditer(text))
    if not found:
        return ()
    words = [each[0] for each in found]
    befores = [text[end : each.start()] for end, each in zip([0, *(each.end() for each in found)], found, strict=False)]
    befores[0] = ""
    forms: list[Forms] = [{word: GIVEN} for word in words]
    if inflect:
        for place, inflected in _inflected(words, befores, term):
            forms[place] = inflected
    afters = [*[""] * (len(words) - 1), "." if text.startswith(".", found[-1].end()) else ""]
    slots = zip(befores, forms, afters, strict=True)
    return tuple(Slot(before, _with_variants(each), after) for before, each, after in slots)


def _numbered(row: Slots, term: Term) -> list[Slots]:
    """Return a row with the spellings that a Roman number has in practice: Hartz 4, Hartz4, ALG II for Alg II."""
    if len(row) != 2 or (number := ROMAN_DIGITS.get(next(iter(row[1].forms)))) is None:
        return [row]
    first = dict(row[0].forms)
    if is_abbreviation(term):
        for form in row[0].forms:
            add(first, form.upper(), _IN_DIGITS)
    second = dict(row[1].forms)
    add(second, number, _IN_DIGITS)
    glued: Forms = {form + number: _IN_DIGITS for form in first}
    return [(row[0]._replace(forms=first), row[1]._replace(forms=second)), (Slot("", glued, row[1].after),)]


def _without_points(row: Slots, term: Term) -> list[Slots]:
    """Return the sloppy spellings of i. V. m. that are no other word: iVm, and without the last point."""
    if not _POINTED.fullmatch(term.term):
        return []
    short = "".join(next(iter(slot.forms)) for slot in row)
    rows: list[Slots] = [] if short.islower() else [(Slot("", {short: _POINTLESS}),)]
    return [*rows, (*row[:-1], row[-1]._replace(after=""))] if len(row) >= _SURE else rows


_POINTED: Final = re.compile(r"(?:[^\W\d_]{1,3}\.\s*){2,}")
_POINTLESS: Final = Derived(Origin.RULE, "points")
#: So many letters in a row are an abbreviation without the last point too.
_SURE: Final = 3


def _inflected(words: list[str], befores: list[str], term: Term) -> list[tuple[int, Forms]]:
    if is_abbreviation(term):
        short = words[-1]
        plural = len(words) == 1 and len(short) > 1 and short[-1].isupper()
        return [(len(words) - 1, {short: GIVEN, short + "s": Derived(Origin.RULE, "genitive")})] if plural else []
    last = len(words) - 1
    kind = part_of_speech(term)
    if kind == "adjective":
        return [(last, adjective(words[last], alone=last == 0))]
    if kind == "verb":
        return [(last, conjugate(words[last]))]
    if len(words) == 1:
        return [(0, decline(words[0], term.gender, term.plural) if words[0][:1].isupper() else {words[0]: GIVEN})]
    plurals = WORD.findall(term.plural)
    aligned = plurals if len(plurals) == len(words) else [""] * len(words)
    inflected = {
        place: _part(words, place, kind, term.gender, aligned[place]) for place, kind in _kinds(words, befores)
    }
    for place, (word, other) in enumerate(zip(words, aligned, strict=True)):
        if other and other != word:  # Menschen mit Behinderungen: what the given plural has elsewhere
            inflected.setdefault(place, {word: GIVEN})[other] = GIVEN
    return list(inflected.items())


def _part(words: list[str], place: int, kind: str, gender: str | None, plural: str) -> Forms:
    """Inflect one word of a phrase; what has a number (Arbeitslosengeld II) has no plural unless one is given."""
    if kind == "adjective":
        return _either_case(adjective(words[place], () if _AND.intersection(words) else _NEVER.get(gender or "", ())))
    numbered = place + 1 < len(words) and bool(_NUMBER.fullmatch(words[place + 1]))
    forms = decline(words[place], gender, plural, by_ending=not numbered)
    return {form: why for form, why in forms.items() if why.origin is not Origin.BASE} if numbered else forms


def _kinds(words: list[str], befores: list[str]) -> list[tuple[int, str]]:
    """Tell the adjectives and heads of a phrase; what follows a head stays, but for a second head after "und"."""
    kinds: list[tuple[int, str]] = []
    place = 0
    while place < len(words):
        word = words[place]
        if word in _FUNCTION or (word.islower() and not _ADJECTIVE.search(word)):
            if word in _FUNCTION and place == 0 and word not in ("nicht", "besonders") and not _to_be_done(words):
                return []
            place += 1
            continue
        if word[:1].islower() or _is_capital_adjective(words, befores, place):
            kinds.append((place, "adjective"))
            place += 1
            continue
        end = place
        while end + 1 < len(words) and "-" in befores[end + 1]:
            end += 1
        truncated = end + 1 < len(words) and befores[end + 1].startswith("- ")
        if befores[end].strip() and " " in befores[end].strip("-") and truncated:
            place = end + 1
            continue
        if place + 1 < len(words) and befores[place + 1].startswith("-") and " " in befores[place + 1]:
            place += 2  # „Bildungs- und Teilhabepaket“: the first part is cut off and stays
            continue
        kinds.append((end, "noun"))
        if end + 2 < len(words) and words[end + 1] in _AND:
            place = end + 2
            continue
        break
    return kinds


def _to_be_done(words: list[str]) -> bool:
    """Tell whether a phrase is like „zu berücksichtigendes Einkommen“; others that start with „zu“ never change."""
    return words[0] == "zu" and len(words) > 2 and re.search("nde[nrsm]?$", words[1]) is not None


def _is_capital_adjective(words: list[str], befores: list[str], place: int) -> bool:
    following = place + 1 < len(words) and befores[place + 1].isspace() and words[place + 1][:1].isupper()
    return following and bool(_CAPITAL_ADJECTIVE.search(words[place])) and not words[place + 1].isupper()


#: Endings that an adjective never has before a noun of a gender.
_NEVER: Final = {"masculine": ("es",), "feminine": ("es", "em")}


def adjective(word: str, never: tuple[str, ...] = (), *, alone: bool = False) -> Forms:
    """Return the forms of an adjective given in any of them; one `alone` has no ending but -e (sicher, offen).

    Args: `never` the endings that the gender of its noun forbids.
    """
    stem = re.sub(r"(?<=\w\w)e$" if alone else r"(?<=\w\w)e[nrsm]?$", "", word)
    # dunkel, dunkler; teuer, teurer
    short = stem[:-2] + stem[-1] if re.search(r"[bdfgklmnprstz]el$|[aeu]uer$", stem) else stem
    forms: Forms = {word: GIVEN}
    endings = [ending for ending in ADJECTIVE_ENDINGS if ending not in never]
    for base in (stem, short):
        for ending in endings:
            add(forms, base + ending, Derived(Origin.RULE, "adjective"))
    return forms


def _either_case(forms: Forms) -> Forms:
    """Return adjectives of a phrase in small and capital letters: its noun tells enough."""
    return forms | {form[:1].swapcase() + form[1:]: OTHER_CASE for form in forms}


def _with_variants(forms: Forms) -> Forms:
    together = " ".join(forms)
    if "ss" not in together and "ß" not in together:
        return forms
    varied = dict(forms)
    for form, derived in forms.items():
        for variant in spelling_variants(form):
            add(varied, variant, Derived(max(derived.origin, Origin.RULE), "spelling"))
    return varied


def _gap_row(row: Slots, forms: Forms) -> Slots:
    return (*row[:-1], row[-1]._replace(forms=_with_variants(forms)))


__all__ = ["WORD", "Slot", "Slots", "adjective", "is_abbreviation", "is_nominalised", "slots_of"]
