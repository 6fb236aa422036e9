"""Effects: what one document does to another at a provision, and the text that results from them on a day."""
