"""Compares the words of a new release with those published, and reports changes that readers are not told of."""
