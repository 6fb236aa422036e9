"""The types of values in the editors' YAML. Each parses values, has a description for editors, and a JSON Schema."""
