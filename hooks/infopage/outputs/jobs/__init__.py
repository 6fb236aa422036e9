"""The jobs of a build, and the tracking of what each job was made of."""
