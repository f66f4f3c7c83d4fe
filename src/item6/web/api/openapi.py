"""The OpenAPI description, put together from the table of addresses and the JSON Schemas."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import item6
from item6.web.api.routes import ENDPOINTS, Endpoint, Parameter
from item6.web.api.schemas import as_components, reference
from item6.web.gate.problems import KIND

Json = dict[str, Any]

_PROBLEMS = {
    "400": "The question cannot be understood; the problem says why, and what to do.",
    "401": "No key, or one that opens nothing.",
    "403": "The role does not open this address.",
    "404": "The record has nothing of this name.",
    "405": "Nothing can be changed here: GET and HEAD alone.",
    "410": "The list goes on in a record that is no longer kept.",
    "429": "Too many requests; `Retry-After` says when to go on.",
    "503": "The record cannot be read at the moment.",
}


@lru_cache(maxsize=2)
def description(keys: bool) -> Json:
    """The whole document, the same for everybody. keys: whether programs come with a key, as on servers."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "item6",
            "version": item6.__version__,
            "summary": "The record of the Universal Periodic Review, for programs; read only.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/api/v1"}],
        "paths": {each.path: {"get": _operation(each)} for each in ENDPOINTS},
        "components": {
            "schemas": as_components("api"),
            "responses": {
                status: {"description": words, "content": {KIND: {"schema": _form("problem")}}}
                for status, words in _PROBLEMS.items()
            },
            "securitySchemes": {"key": _KEY if keys else _COOKIE},
        },
        "security": [{"key": []}],
    }


_KEY = {"type": "http", "scheme": "bearer", "description": "A key of /account/keys: `Authorization: Bearer i6_...`"}
_COOKIE = {"type": "apiKey", "in": "cookie", "name": "item6", "description": "The cookie of who passed the door."}


def _operation(each: Endpoint) -> Json:
    parameters = [_parameter(part, "path") for part in each.parts] + [_parameter(part, "query") for part in each.query]
    told = {"ETag": {"description": "For If-None-Match.", "schema": {"type": "string"}}}
    fine = {"description": each.summary, "headers": told, "content": {"application/json": {"schema": _form(each.form)}}}
    problems = {status: {"$ref": f"#/components/responses/{status}"} for status in _PROBLEMS}
    return {
        "operationId": each.name,
        "summary": each.summary,
        "description": each.about,
        "parameters": parameters,
        "responses": {"200": fine, "304": {"description": "What you have is still so."}, **problems},
    }


def _form(name: str) -> Json:
    return {"$ref": reference(f"api.schema.json#/$defs/{name}")}


def _parameter(part: Parameter, where: str) -> Json:
    made: Json = {"name": part.name, "in": where, "description": part.about, "schema": dict(part.schema)}
    if where == "path" or part.required:
        made["required"] = True
    if part.example:
        made["example"] = int(part.example) if part.schema["type"] == "integer" else part.example
    return made
