"""Tests of effects: the text of a document as of a day."""
