"""German inflection from gender, plural, base nouns and ending rules, without a dictionary at run time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from jbakb.language.derivation import Derived, Forms, Origin
from jbakb.language.folding import fold
from jbakb.language.phrases import OTHER_CASE, Slot, slots_of
from jbakb.model import Term

#: More forms than these are not spelled out; the matcher reads the slots, not the product.
_MOST = 4000


def forms_of(term: Term) -> frozenset[str]:
    """Return all inflected spellings of a term, the given one included."""
    return frozenset(derive_forms(term))


def derive_forms(term: Term) -> Forms:
    """Return all inflected spellings of a term with what each is derived from."""
    forms: Forms = {}
    for slots in slots_of(term):
        listed = [[item for item in slot.forms.items() if item[1] is not OTHER_CASE] for slot in slots]
        for combined in product(*listed):
            text = (
                "".join(slot.before + form for slot, (form, _derived) in zip(slots, combined, strict=True))
                + slots[-1].after
            )
            derived = max((derived for _form, derived in combined), key=lambda each: each.origin)
            known = forms.get(text)
            if known is None or derived.origin < known.origin:
                forms[text] = derived
            if len(forms) >= _MOST:
                return forms
    return forms


def is_form_of_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text is one of some words or a form of one, without regard to case and umlauts."""
    wanted = fold(text)
    for word in words:
        same = fold(word)
        if wanted == same:
            return True
        # Inflection keeps the first letter; most words are not worth deriving their forms.
        if wanted[:1] == same[:1] and wanted in map(fold, _forms_of_word(word)):
            return True
    return False


def _forms_of_word(word: str) -> frozenset[str]:
    """Return the forms of a word of which nothing else is known; only its capital tells what it is."""
    return forms_of(Term(term=word, part_of_speech="noun" if word[:1].isupper() or " " in word else "adjective"))


__all__ = ["Derived", "Forms", "Origin", "Slot", "derive_forms", "forms_of", "is_form_of_any"]
