"""Compares the words of a new release with the published ones, and reports changes of which readers are not told."""
