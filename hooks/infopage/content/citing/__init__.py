"""Citations between texts: turns mentions of documents into links, and compares quotations with their sources."""
