"""Commands of ``infopage`` that are more than a call: each module adds its own to the parser."""
