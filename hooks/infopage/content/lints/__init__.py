"""Checks that compare several texts, or texts with files and registries. Each check yields faults."""
