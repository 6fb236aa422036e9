"""Makes the web pages as values for templates: items, lists, home page, topics, standing pages, notices of removal."""
