"""How much CPU and memory a build takes, beside plain MkDocs and Material on the same Markdown."""
