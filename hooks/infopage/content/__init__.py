"""The content of the site: reads and checks the editors' files, and provides them as a catalogue of items."""
