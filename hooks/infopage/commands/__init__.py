"""The commands of ``infopage``, a module for each group: what each takes, says and returns."""
