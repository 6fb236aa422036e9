"""What is said of an item wherever it is named, and where its page and its feeds stand."""
