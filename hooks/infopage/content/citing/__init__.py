"""Citations between texts: turns mentions of documents into links, and checks quotations against their sources."""
