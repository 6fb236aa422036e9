"""A cache of values derived by earlier builds, each identified by a fingerprint of its inputs."""
