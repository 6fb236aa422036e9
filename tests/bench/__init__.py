"""Measures the CPU time and memory of builds and searches, compared with other programs on the same texts."""
