"""The API keeps what its own description says: asked by a machine that knows nothing else, for right and wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from onrecord import Archive, read_profile
from onrecord.demo import profile_path
from onrecord.web.openapi import describe
from onrecord.web.operations import OPERATIONS
from served import Served, serving

schemathesis = pytest.importorskip("schemathesis", reason="comes with the dev extra")

AT = "2026-02-03T09:00:00Z"


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The invented sample, served."""
    folder = Path(Archive.demo(tmp_path_factory.mktemp("demo") / "onrecord-demo", at=AT).folder)
    with serving(folder, read_profile(profile_path())) as served:
        yield served


OPERATION_IDS = [
    operation["operationId"]
    for path in json.loads(describe())["paths"].values()
    for operation in path.values()
]


@pytest.mark.parametrize("way", ["as it is described", "otherwise"])
@pytest.mark.parametrize("name", OPERATION_IDS)
def test_the_api_does_what_it_says(name: str, way: str, api: Served) -> None:
    """Status, headers and body of every answer are described; what the description forbids is refused; nothing fails."""
    schema = schemathesis.openapi.from_dict(api.ask("/api/v1/openapi.json").json)
    operation = next(
        found.ok()
        for found in schema.get_all_operations()
        if found.ok().definition.raw["operationId"] == name
    )
    mode = (
        schemathesis.GenerationMode.POSITIVE
        if way == "as it is described"
        else schemathesis.GenerationMode.NEGATIVE
    )
    raw = operation.definition.raw
    may_differ = "requestBody" in raw or any(each["in"] == "query" for each in raw["parameters"])
    if mode.is_negative and not may_differ:
        pytest.skip("there is nothing that could be told otherwise")
    # That a text is allowed by its pattern does not make it a phrase that is closed, or a cursor of this record.
    left_out = [schemathesis.checks.CHECKS.get_one("positive_data_acceptance")]

    @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
    @hypothesis.settings(
        max_examples=20,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    def asked(case: Any) -> None:
        response = case.call(base_url=api.address.rstrip("/"))
        if response.status_code != 413:  # what is too long is refused unread, whatever else is wrong with it
            case.validate_response(response, excluded_checks=left_out)

    asked()


def test_every_operation_is_described() -> None:
    """Its paths are those of the routes, and each says what comes back."""
    told = json.loads(describe())
    assert told["openapi"] == "3.1.0"
    for each in OPERATIONS:
        method = "get" if each.takes is None else "post"
        operation = told["paths"]["/api/v1" + each.path][method]
        assert operation["operationId"] == each.name
        assert "200" in operation["responses"]
    assert "Verdict" in told["components"]["schemas"]
