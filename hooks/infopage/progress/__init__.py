"""How far a long work is, and where its time went: whoever works tells it, whoever follows has the clocks."""
