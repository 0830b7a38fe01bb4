"""Processes to draw: a small one that has everything, the project's own, and any that Hypothesis thinks of."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from jbakb.diagram.flow import Flow, flow_of
from jbakb.knowledge_base import open_knowledge_base
from jbakb.model import Glossary, Process
from jbakb.model.process import Basis, Branch, Deadline, Gate, Handover, ProcessRole, Step
from tests.conftest import PROJECT, SMALL

ROLES = ("jobcenter", "agentur", "jugendamt", "schule", "koordination", "junger-mensch", "gast")


@cache
def glossary() -> Glossary:
    return open_knowledge_base(SMALL).glossary


def everything() -> Process:
    """A gate, a branch to a step, to another process and to the end, a loop, own and foreign hand-overs, a deadline."""
    return Process(
        id="alles",
        title="Alles & mehr",
        purpose="Zeigen, was geht.",
        trigger="Ein Test beginnt.",
        roles={"jobcenter": "tut", "gast": ProcessRole(title="Gast aus der Eingliederungsvereinbarungsstelle")},
        steps=(
            Step(
                id="eins",
                title="Beginnen",
                actor="jobcenter",
                action="Anfangen",
                deadline=Deadline(text="sofort", kind="statutory", source="§ 1 SGB II"),
                tools=("Bogen",),
            ),
            Step(
                id="zwei",
                title="Entscheiden",
                actor="gast",
                action="Prüfen",
                next=(
                    Branch(when="noch einmal", to="eins"),
                    Branch(when="woanders", to="process:anderer"),
                    Branch(when="fertig", to="end"),
                    Branch(when="weiter", to="drei"),
                ),
            ),
            Step(id="drei", title="Schließen <hier>", actor="jobcenter", action="Enden", next="end"),
        ),
        handovers=(
            Handover(after="eins", from_="jobcenter", to="gast", what="ein Blatt", receipt="Stempel"),
            Handover(after="eins", from_="schule", to="jobcenter", what="ein Zeugnis"),
        ),
        gates=(
            Gate(
                before="zwei",
                data="Angaben zur Person",
                basis=(Basis(kind="consent"), Basis(kind="statute", source="§ 67b Abs. 1 SGB X")),
                otherwise="Ohne Namen.",
            ),
        ),
    )


def flow(process: Process) -> Flow:
    return flow_of(glossary(), process, {"anderer": "Ein anderer Prozess"})


@cache
def project_flows() -> tuple[Flow, ...]:
    """The flows of the project's own processes."""
    kb = open_knowledge_base(PROJECT)
    processes = [page.process for page in kb.pages if page.process]
    titles = {process.id: process.title for process in processes}
    return tuple(flow_of(kb.glossary, process, titles) for process in processes)


WORDS = st.lists(
    st.sampled_from(
        [
            "und",
            "Hilfe",
            "Eingliederungsvereinbarung",
            "Zuständigkeitsübergang",
            "§",
            "36b",
            "Abs.",
            "2",
            "SGB",
            "VIII",
            "Übermittlungsdatensatz",
            "WWWWWWWWWWWWWWWWWWWWWWWW",
            "ab",
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    ids = [f"s{number}" for number in range(draw(st.integers(1, 7)))]
    target = st.sampled_from([*ids, "end", "process:anderer", "process:fremd"])
    role = st.sampled_from(ROLES)
    branches = st.lists(st.builds(Branch, when=WORDS, to=target), min_size=1, max_size=4).map(tuple)
    steps = tuple(
        Step(
            id=step,
            title=draw(WORDS),
            actor=draw(role),
            action="tun",
            next=draw(st.one_of(st.just(""), target, branches)),
        )
        for step in ids
    )
    step = st.sampled_from(ids)
    handover = st.builds(Handover, after=step, from_=role, to=role, what=WORDS)
    gate = st.builds(
        Gate, before=step, data=WORDS, basis=st.just((Basis(kind="consent"),)), otherwise=st.just("anders")
    )
    return flow(
        Process(
            id="p",
            title=draw(WORDS),
            purpose="p",
            trigger="t",
            roles={"gast": ProcessRole(title=draw(WORDS))},
            steps=steps,
            handovers=tuple(draw(st.lists(handover, max_size=5))),
            gates=tuple(draw(st.lists(gate, max_size=4))),
        )
    )
