"""The jobs (steps) of a build, and the tracking of the data that each job depends on."""
