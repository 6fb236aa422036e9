"""No published word changes silently: keyed digests of the words, and the changes that an item does not tell of."""
