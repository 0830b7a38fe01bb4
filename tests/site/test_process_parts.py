"""Everybody's own part in a process, and the checklist made of it."""

import csv
import io

from msgspec.structs import replace

from jbakb.model.process import ProcessRole
from jbakb.site.checklist import CheckRow, checklist, checklist_csv
from jbakb.site.process_parts import PartView, list_parts
from tests.diagram.processes import everything, flow, glossary


def parts() -> dict[str, PartView]:
    return {part.role.id: part for part in list_parts(glossary(), flow(everything()))}


def test_everybody_who_acts_gets_or_gives_has_a_part_authorities_first() -> None:
    assert list(parts()) == ["jobcenter", "schule", "gast"]


def test_a_part_has_own_steps_and_what_comes_and_goes_in_the_order_of_the_steps() -> None:
    rows = [(row.kind, row.stage.step.id, row.other.id if row.other else "") for row in parts()["jobcenter"].rows]
    assert rows == [("do", "eins", ""), ("give", "eins", "gast"), ("get", "eins", "schule"), ("do", "drei", "")]


def test_a_part_says_how_much_there_is() -> None:
    assert parts()["jobcenter"].counts == "2 Schritte, bekommt 1, übergibt 1"
    assert parts()["schule"].counts == "übergibt 1"


def test_who_can_play_a_role_has_its_steps() -> None:
    process = everything()
    roles = dict(process.roles)
    roles["gast"] = ProcessRole(title="Gast", played_by=("agentur", "jobcenter"))
    found = {part.role.id: part for part in list_parts(glossary(), flow(replace(process, roles=roles)))}
    assert "gast" not in found
    assert [row.acting.title for row in found["agentur"].rows if row.acting] == ["Gast", "Gast"]
    mine = [(row.kind, row.stage.step.id) for row in found["jobcenter"].rows]
    assert mine == [("do", "eins"), ("give", "eins"), ("get", "eins"), ("do", "zwei"), ("do", "drei")]


def test_two_roles_that_the_same_parties_play_hand_over_to_each_other_but_nobody_to_oneself() -> None:
    process = everything()
    other = ProcessRole(title="Gast", played_by=("jobcenter",))
    alone = list_parts(glossary(), flow(replace(process, roles={**process.roles, "gast": other})))
    assert next(part for part in alone if part.role.id == "jobcenter").counts == "3 Schritte, bekommt 1"
    several = ProcessRole(title="Stelle", played_by=("agentur", "jugendamt"))
    steps = tuple(replace(step, actor="gast" if step.actor == "gast" else "stelle") for step in process.steps)
    handovers = (replace(process.handovers[0], from_="stelle"),)
    both = replace(process, roles={"gast": several, "stelle": several}, steps=steps, handovers=handovers)
    assert {part.counts for part in list_parts(glossary(), flow(both))} == {"3 Schritte, bekommt 1, übergibt 1"}


def test_a_checklist_has_steps_gates_before_and_hand_overs_after_them() -> None:
    rows = checklist(flow(everything()))
    assert [(row.kind, row.number) for row in rows] == [
        ("step", 1), ("handover", 1), ("handover", 1), ("gate", 2), ("step", 2), ("step", 3),
    ]  # fmt: skip
    assert rows[0].deadline == "sofort (gesetzlich, § 1 SGB II)"
    assert rows[3].more == (
        "Eine Grundlage genügt: Einwilligung oder gesetzliche Befugnis (§ 67b Abs. 1 SGB X). Ohne Grundlage: Ohne Namen."
    )
    assert rows[4].ways[:2] == (
        "noch einmal → weiter mit 1. Beginnen",
        "woanders → weiter im Prozess „Ein anderer Prozess“",
    )


def test_the_table_opens_in_a_german_spreadsheet() -> None:
    data = checklist_csv(checklist(flow(everything())))
    assert data.startswith(b"\xef\xbb\xbferledigt;Nr.;Art;Was")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[1]["Art"] == "Übergabe"
    assert rows[1]["Wer"] == "Jobcenter an Gast aus der Eingliederungsvereinbarungsstelle"


def test_a_text_never_becomes_a_formula() -> None:
    data = checklist_csv((CheckRow("step", 1, "=1+1", "-", "@x"),)).decode("utf-8-sig")
    assert "'=1+1" in data
    assert ";=" not in data
