"""A whole build, independent of the program that starts it: whether it is needed, its inputs, and its output."""
