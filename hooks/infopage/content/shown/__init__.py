"""What a body holds must show on its page: no word lost, no sign of Markdown left standing as a letter."""
