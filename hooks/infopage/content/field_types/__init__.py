"""The types of value a key may have: each reads a value, describes it in the guide and gives its JSON Schema."""
