"""Renditions: the sizes and formats in which a picture is published, without any of its metadata."""
