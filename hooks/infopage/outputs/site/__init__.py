"""The whole site: its jobs, the addresses in use, and the writing of its folder."""
