"""The guard: it finds content that must not be published, in commits, in merge requests and in the built site."""
