"""The content of the site: reads and checks the editors' files, and returns them as a catalogue of items."""
