"""Progress of long operations: the working code reports its steps, and an observer measures and shows them."""
