"""After any changes a build that goes on from what was made last time gives the bytes of a clean one."""
