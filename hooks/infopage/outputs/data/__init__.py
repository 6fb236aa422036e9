"""The open data: files for each document, the catalogue, the issuing bodies, and the schemas of all these files."""
