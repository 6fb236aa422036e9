"""The whole site: the jobs (build steps) that make it, the addresses in use, and the writing of its folder."""
