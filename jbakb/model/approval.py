"""What an authority signed off: a seal over the text of its concept, which breaks when the text changes."""

from __future__ import annotations

import hashlib
import json
from typing import Final

from msgspec import to_builtins
from msgspec.structs import replace

from jbakb.model.entry import Concept, Entry

#: Enough to notice a change; the seal protects from oversight, not from forgery.
_LENGTH: Final = 16


def seal_of(entry: Entry, concept: Concept) -> str:
    """Return the seal of a concept: a hash of what the file says of it and of the differences that name it.

    What is no text of the authority does not count: the approval itself, the day on which the law was read, and doubts
    that somebody noted since. A difference that names nobody is about all concepts.
    """
    own = replace(concept, approved=None, verified=None, open=())
    named = [each for each in entry.differences if not each.between or concept.key in each.between]
    text = json.dumps(to_builtins([own, named]), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def changed_since_approval(entry: Entry, concept: Concept) -> bool:
    """Tell whether a concept was approved and its text is another now."""
    return concept.approved is not None and concept.approved.seal != seal_of(entry, concept)
