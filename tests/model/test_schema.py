"""The published schemas are those of the model, are valid, and accept what the program accepts."""

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from jbakb.model.schema import FILES, FOLDER, schema_of
from tests.conftest import PROJECT, SMALL

NAMES = [name for name, _kind, _given in FILES]


def published(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema


@pytest.mark.parametrize(("name", "kind", "given"), FILES, ids=NAMES)
def test_the_published_schema_is_the_models(name: str, kind: Any, given: tuple[str, ...]) -> None:
    assert published(name) == json.loads(json.dumps(schema_of(kind, given))), "run: python -m jbakb.model.schema"


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_a_valid_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(published(name))


@pytest.mark.parametrize("root", [SMALL, PROJECT], ids=["small", "project"])
def test_the_schema_accepts_every_entry(root: Path) -> None:
    validator = jsonschema.Draft202012Validator(published("entry"))
    paths = sorted((root / "glossary").glob("*/*.yml"))
    assert paths
    for path in paths:
        assert not list(validator.iter_errors(as_an_editor_reads(path))), path


def test_the_schema_refuses_a_concept_that_is_both_there_and_absent() -> None:
    concept = {"area": "sgb2", "equivalence": "exact", "terms": [{"term": "Wort"}], "absent": "Gibt es nicht."}
    validator = jsonschema.Draft202012Validator(published("entry"))
    assert list(validator.iter_errors({"title": "Wort", "concepts": [concept]}))


def as_an_editor_reads(path: Path) -> Any:
    """YAML with dates as text, as JSON has none."""
    return json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=datetime.date.isoformat))
