"""The guard: it stops what must not go public before a commit, in a merge request, and on the built site."""
