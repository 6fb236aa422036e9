"""The acceptance run: real texts, given as a folder, become items of the model and a built site, with no word lost."""
