"""The theme: turns a page's values into the bytes of its file."""
