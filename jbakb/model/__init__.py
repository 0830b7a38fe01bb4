"""The model: immutable values, no input or output. Everything else in jbakb is a function over these."""

from jbakb.model.agreement import Clause, Goal
from jbakb.model.area import Area, AreasFile, Defaults, Role
from jbakb.model.contact import Contact, ContactsFile
from jbakb.model.entry import (
    Approval,
    Change,
    Concept,
    Difference,
    Entry,
    FalseFriend,
    Meaning,
    Record,
    Term,
    Tolerance,
)
from jbakb.model.glossary import Glossary, Sense
from jbakb.model.process import Process

__all__ = [
    "Approval",
    "Area",
    "AreasFile",
    "Change",
    "Clause",
    "Concept",
    "Contact",
    "ContactsFile",
    "Defaults",
    "Difference",
    "Entry",
    "FalseFriend",
    "Glossary",
    "Goal",
    "Meaning",
    "Process",
    "Record",
    "Role",
    "Sense",
    "Term",
    "Tolerance",
]
