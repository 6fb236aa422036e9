"""The types of value that keys may have. Each parses a value, describes it for the guide, and has a JSON Schema."""
