"""A prose body laid out as Markdown reads it: what Word and the clipboard leave, made into what was plainly meant."""
