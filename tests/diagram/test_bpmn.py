"""BPMN 2.0: valid against the OMG's schema, everything drawn, and read back by bpmn-moddle without a warning."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from jbakb.diagram.bpmn import bpmn_file
from jbakb.diagram.flow import Flow
from jbakb.diagram.swimlane import draw_swimlanes
from tests.conftest import HERE, PROJECT
from tests.diagram.processes import everything, flow, flows, project_flows

GOLDEN = HERE / "data" / "golden" / "diagram"
NAMES = {"b": "http://www.omg.org/spec/BPMN/20100524/MODEL", "di": "http://www.omg.org/spec/BPMN/20100524/DI"}


def bpmn(of: Flow) -> bytes:
    return bpmn_file(draw_swimlanes(of))


@cache
def schema() -> etree.XMLSchema:
    """The OMG's schema, from JBAKB_BPMN_XSD or from the package SpiffWorkflow, which ships it."""
    given = os.environ.get("JBAKB_BPMN_XSD")
    spiff = find_spec("SpiffWorkflow")
    if given is None and (spiff is None or spiff.origin is None):
        pytest.skip("no BPMN20.xsd: install SpiffWorkflow or set JBAKB_BPMN_XSD to its path")
    path = Path(given) if given else Path(str(spiff and spiff.origin)).parent / "bpmn/parser/schema/BPMN20.xsd"
    return etree.XMLSchema(etree.parse(str(path)))


@pytest.mark.parametrize("flow", [flow(everything()), *project_flows()], ids=lambda flow: flow.process.id)
def test_processes_are_valid_bpmn(flow: Flow) -> None:
    schema().assertValid(etree.fromstring(bpmn(flow)))


@given(flow=flows())
@settings(max_examples=40)
def test_any_process_is_valid_bpmn(flow: Flow) -> None:
    schema().assertValid(etree.fromstring(bpmn(flow)))


def test_the_file_is_the_agreed_one() -> None:
    """Renew it with JBAKB_RENEW_GOLDEN=1, and open it in a BPMN tool."""
    golden = GOLDEN / "alles.bpmn"
    if os.environ.get("JBAKB_RENEW_GOLDEN"):
        golden.write_bytes(bpmn(flow(everything())))
    assert bpmn(flow(everything())) == golden.read_bytes()


def test_there_is_one_pool_with_a_lane_per_role_that_has_all_its_nodes() -> None:
    root = ET.fromstring(bpmn(flow(everything())))
    lanes = {lane.get("name"): len(lane) for lane in root.iterfind(".//b:lane", NAMES)}
    assert list(lanes) == ["Jobcenter", "Gast aus der Eingliederungsvereinbarungsstelle", "Schule"]
    in_lanes = {ref.text for ref in root.iterfind(".//b:flowNodeRef", NAMES)}
    kinds = ("startEvent", "endEvent", "task", "exclusiveGateway", "callActivity", "intermediateThrowEvent")
    nodes = {node.get("id") for kind in kinds for node in root.iterfind(f".//b:{kind}", NAMES)}
    assert in_lanes == nodes


def test_everything_that_is_modelled_is_drawn() -> None:
    root = ET.fromstring(bpmn(flow(everything())))
    drawn = {
        each.get("bpmnElement") for kind in ("BPMNShape", "BPMNEdge") for each in root.iterfind(f".//di:{kind}", NAMES)
    }
    kinds = (
        "task",
        "sequenceFlow",
        "dataObjectReference",
        "lane",
        "participant",
        "dataOutputAssociation",
        "association",
    )
    assert {node.get("id") for kind in kinds for node in root.iterfind(f".//b:{kind}", NAMES)} <= drawn


def test_a_gate_tells_its_grounds_and_what_happens_without() -> None:
    root = ET.fromstring(bpmn(flow(everything())))
    gate = next(task for task in root.iterfind(".//b:task", NAMES) if "Datenschutz-Tor" in (task.get("name") or ""))
    text = gate.findtext("b:documentation", namespaces=NAMES) or ""
    assert "§ 67b Abs. 1 SGB X" in text
    assert "Ohne Namen." in text


ROUND_TRIP = """
import { BpmnModdle } from 'bpmn-moddle';
import fs from 'fs';
const moddle = new BpmnModdle(), count = (xml) => xml.match(/<(bpmn|bpmndi|dc|di):/g).length;
for (const file of process.argv.slice(2)) {
  const xml = fs.readFileSync(file, 'utf8'), { rootElement, warnings } = await moddle.fromXML(xml);
  warnings.forEach((warning) => console.log(file, warning.message));
  const again = (await moddle.toXML(rootElement)).xml;
  if (count(again) !== count(xml)) console.log(file, 'lost something on the way');
}
"""


def test_bpmn_moddle_reads_and_writes_all_processes_without_a_warning(tmp_path: Path) -> None:
    """Run it with `npm install --no-save --prefix FOLDER bpmn-moddle` and JBAKB_BPMN_MODDLE=FOLDER (none: the project's)."""
    folder, node = Path(os.environ.get("JBAKB_BPMN_MODDLE") or PROJECT).resolve(), shutil.which("node")
    if not node or not (folder / "node_modules" / "bpmn-moddle").is_dir():
        missing = "node (nodejs.org)" if not node else f"bpmn-moddle in {folder}/node_modules"
        how = "npm install --no-save --prefix FOLDER bpmn-moddle, then JBAKB_BPMN_MODDLE=FOLDER"
        reason = f"the round trip through bpmn-moddle was not tried, without {missing}: {how}"
        if os.environ.get("JBAKB_BPMN_MODDLE"):
            pytest.fail(reason)
        pytest.skip(reason)
    (tmp_path / "node_modules").symlink_to(folder / "node_modules")
    script = tmp_path / "round.mjs"
    script.write_text(ROUND_TRIP, encoding="utf-8")
    files = []
    for each in [flow(everything()), *project_flows()]:
        files.append(tmp_path / f"{each.process.id}.bpmn")
        files[-1].write_bytes(bpmn(each))
    done = subprocess.run([node, script, *files], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("", "")
