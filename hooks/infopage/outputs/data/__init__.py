"""The open data: files of every document, the catalogue, the issuing bodies, and the schemas of them all."""
