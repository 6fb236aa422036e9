"""An incremental build after any changes gives the same bytes as a clean build."""
