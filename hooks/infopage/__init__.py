"""The domain of an information page: documents, news, guides and events, from Markdown to what a reader gets."""
