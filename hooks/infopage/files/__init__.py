"""What is inside a file: its type by content, its text, and what it carries that a reader does not see."""
