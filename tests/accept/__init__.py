"""The acceptance run: turns a folder of real texts into items and a built site, and checks that no word is lost."""
