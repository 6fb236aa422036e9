"""Sets up a new site for a province: asks for its details, and writes the first pages and settings from the answers."""
