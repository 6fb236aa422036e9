"""How a province makes the project its own: what it answers, and the page that is begun from the answers."""
