"""A whole build of the site: checks whether it is needed, loads its inputs, and writes its output.

It does not depend on MkDocs, the program that starts it.
"""
