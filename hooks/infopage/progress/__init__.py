"""Progress of long operations: the working code reports its steps; only the observer has clocks."""
