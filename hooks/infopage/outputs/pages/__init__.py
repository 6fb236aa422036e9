"""The pages as values: items, lists, the first page, topics, standing pages, tombstones."""
