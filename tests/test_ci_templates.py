"""The hook, the action and the component that others include."""

from __future__ import annotations

import importlib.resources
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.conftest import PROJECT

FILES = (".pre-commit-hooks.yaml", "action.yml", "templates/check.yml")


def read(name: str) -> list[Any]:
    return list(yaml.safe_load_all((PROJECT / name).read_text(encoding="utf-8")))


def schema(name: str) -> Any:
    pytest.importorskip("check_jsonschema")
    files = importlib.resources.files("check_jsonschema") / "builtin_schemas" / "vendor"
    return json.loads((files / f"{name}.json").read_text(encoding="utf-8"))


def test_the_hook_runs_where_content_changes() -> None:
    [[hook]] = read(FILES[0])
    assert (hook["entry"], hook["pass_filenames"]) == ("jbakb", False)
    for path in ("glossary/planung/hilfeplan.yml", "docs/a/b.md", "jbakb.toml", "kb/docs/x.md"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "README.md")


def test_the_action_is_valid() -> None:
    jsonschema.validate(read(FILES[1])[0], schema("github-actions"))


def test_the_component_makes_a_valid_pipeline() -> None:
    header, jobs = read(FILES[2])
    text = json.dumps(jobs)
    for name, spec in header["spec"]["inputs"].items():
        text = text.replace(f"$[[ inputs.{name} ]]", str(spec["default"]))
    assert "$[[" not in text
    jsonschema.validate(json.loads(text), schema("gitlab-ci"))


def scripts() -> dict[str, str]:
    action = "\n".join(step.get("run", "") for step in read(FILES[1])[0]["runs"]["steps"][2:])
    return {"action": action, "component": "\n".join(read(FILES[2])[1]["jbakb-check"]["script"][1:])}


@pytest.mark.parametrize("where", ["action", "component"])
@pytest.mark.parametrize("fork", [False, True])
def test_a_fork_does_not_bring_its_plugins(where: str, fork: bool, tmp_path: Path) -> None:
    program = tmp_path / "jbakb" / "bin" / "jbakb"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "$@" >> "$CALLS"\n', encoding="utf-8")
    program.chmod(0o755)
    calls = tmp_path / "calls"
    env = {
        "PATH": os.environ["PATH"], "CALLS": str(calls), "RUNNER_TEMP": str(tmp_path), "DIRECTORY": "kb", "FAIL_ON": "",
        "BASELINE": "", "BASE": "", "LOCAL_PLUGINS": str(not fork).lower(), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "JBAKB_DIRECTORY": "kb", "JBAKB_FAIL_ON": "error", "JBAKB_LOCAL_PLUGINS": "true", "CI_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "2" if fork else "1",
    }  # fmt: skip
    script = scripts()[where].replace("/tmp/jbakb", str(tmp_path / "jbakb"))
    subprocess.run(["sh", "-euc", script], cwd=tmp_path, env=env, check=True)
    lines = calls.read_text(encoding="utf-8").splitlines()
    assert len(lines) >= 2
    assert all(("--no-plugins" in line) is fork for line in lines)


def test_nothing_from_outside_is_pasted_into_a_script() -> None:
    assert not re.search(r"\$\{\{|\$\[\[", "\n".join(scripts().values()))


#: Whole pipelines: ours, and those that `jbakb init` writes; the schema, and the job that looks at the content.
PIPELINES = (
    (".github/workflows/check.yml", "github-workflows", "content"),
    ("jbakb/starter/templates/ci/github.yml", "github-workflows", "pruefen"),
    (".gitlab-ci.yml", "gitlab-ci", "content"),
    ("jbakb/starter/templates/ci/gitlab-ci.yml", "gitlab-ci", "pruefen"),
)


@pytest.mark.parametrize(("name", "kind", "job"), PIPELINES)
def test_a_pipeline_is_valid(name: str, kind: str, job: str) -> None:
    text = json.dumps(read(name)[0]).replace('"true": ', '"on": ')  # YAML 1.1 reads the key `on` as a truth value
    jsonschema.validate(json.loads(text), schema(kind))


@pytest.mark.parametrize(("name", "kind", "job"), PIPELINES)
def test_a_merge_request_gets_a_preview_and_what_changes(name: str, kind: str, job: str) -> None:
    pipeline = read(name)[0]
    content = pipeline["jobs"][job] if "jobs" in pipeline else pipeline[job]
    steps = content.get("steps", [])
    script = "\n".join(content.get("script", [step.get("run", "") for step in steps]))
    assert "build --check-output" in script
    assert re.search(r'diff "\$\w*BASE\w*" --format markdown >', script)
    assert all("--no-plugins" in line for line in script.splitlines() if "jbakb" in line and "pip" not in line)
    assert '"0"' in json.dumps(content) or '"fetch-depth": 0' in json.dumps(content), "diff needs the base's history"
    uploaded = [step["with"]["path"] for step in steps if "upload-artifact" in step.get("uses", "")]
    assert "site" in str(uploaded or content["artifacts"]["paths"])


@pytest.mark.parametrize("where", ["action", "component"])
def test_what_changes_is_part_of_the_summary(where: str) -> None:
    assert re.search(r'"\$@" diff "\$\w*BASE\w*" --format markdown >', scripts()[where])
