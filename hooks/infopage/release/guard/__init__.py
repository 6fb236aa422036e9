"""The guard: what must not go public, stopped before a commit, in a merge request, and on the built site."""
