"""How a release is read: from a folder, or from a live site by HTTP."""
