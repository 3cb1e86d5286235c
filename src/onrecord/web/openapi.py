"""The API as OpenAPI 3.1, made of its operations and of the model that they answer with."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec

from onrecord.web.faults import PROBLEM, Problem
from onrecord.web.operations import OPERATIONS, ROOT, Operation, Parameter
from onrecord.web.settings import Bounds

_FAULTS = {
    "400": "The call is wrong; `detail` says what to do next.",
    "404": "There is no such thing in this record.",
    "500": "The record cannot be asked now.",
    "503": "Too busy, or it took too long; ask again later.",
}


@cache
def describe() -> bytes:
    """Return the OpenAPI text of the API as JSON."""
    kinds = (
        Problem,
        *dict.fromkeys(each.answer for each in OPERATIONS),
        *filter(None, (each.takes for each in OPERATIONS)),
    )
    schemas, components = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    of = dict(zip(kinds, schemas, strict=True))
    paths: dict[str, Any] = {}
    for each in OPERATIONS:
        method = "get" if each.takes is None else "post"
        paths.setdefault(ROOT + each.path, {})[method] = _operation(each, of)
        if each.items is not None:
            paths[f"{ROOT}{each.path}.csv"] = {
                "get": _operation(each._replace(name=f"{each.name}_csv"), of, as_table=True)
            }
    told = {
        "openapi": "3.1.0",
        "info": {
            "title": "onrecord", "version": version("onrecord"), "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            "description": "What officials are on record as having said. Everything may be read, nothing written: a body "
            "that is posted changes nothing and is not kept.",
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": _bounded(components)},
    }  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(told), indent=1)


def _operation(operation: Operation, of: dict[type, Any], *, as_table: bool = False) -> dict[str, Any]:
    shape = (
        {"text/csv": {"schema": {"type": "string"}}}
        if as_table
        else {"application/json": {"schema": of[operation.answer]}}
    )
    faults = dict(_FAULTS)
    if any(each.name == "cursor" for each in operation.parameters):
        faults["410"] = "The record has changed since the cursor was given."
    if operation.takes is not None:
        faults |= {"413": "The body is too long.", "415": "The body is no JSON."}
    told: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.text,
        "parameters": [_parameter(each) for each in operation.parameters],
        "responses": {
            "200": {"description": "The answer.", "content": shape},
            **{
                status: {"description": text, "content": {PROBLEM: {"schema": of[Problem]}}}
                for status, text in sorted(faults.items())
            },
        },
    }
    if operation.takes is not None:
        told["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": of[operation.takes]}},
        }
    else:
        told["responses"]["304"] = {"description": "The asker has it: If-None-Match or If-Modified-Since."}
    return told


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "path" if parameter.is_in_path else "query",
        "required": parameter.is_required,
        "description": parameter.text,
        "schema": parameter.schema,
    }


def _bounded(components: dict[str, Any]) -> dict[str, Any]:
    """Return the schemas with what the types alone do not tell: how long a quotation may be."""
    asking = components["Asking"]["properties"]
    asking["quotation"] = {**asking["quotation"], "minLength": 1, "maxLength": Bounds().characters}
    article = components["Reviewing"]["properties"]
    article["text"] = {**article["text"], "minLength": 1}
    return components
