"""The whole site: which jobs it is made of, which addresses are taken, and how its folder is written."""
