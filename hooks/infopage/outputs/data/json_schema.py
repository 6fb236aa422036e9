"""Helper functions to write JSON Schema (draft 2020-12) with a description for each key."""

from typing import Any

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def string(description: str, **more: Any) -> Schema:
    """Return the schema of a string with this description; ``more`` are further schema keywords."""
    return {"description": description, "type": "string", **more}


def maybe(schema: Schema) -> Schema:
    """Return the schema of a value that fits ``schema`` or is null."""
    return {**schema, "type": [schema["type"], "null"]}


def array(description: str, of: Schema) -> Schema:
    """Return the schema of an array with this description; ``of`` is the schema of its members."""
    return {"description": description, "type": "array", "items": of}


def group(description: str, **properties: Schema) -> Schema:
    """Return the schema of an object that has all of the keys ``properties`` and no others.

    ``description`` is the description of the object.
    """
    return {"description": description, **closed(properties)}


def closed(properties: Schema) -> Schema:
    """Return the schema keywords for an object that has all of the keys ``properties`` and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def boolean(description: str) -> Schema:
    """Return the schema of a value that is true or false."""
    return {"description": description, "type": "boolean"}
