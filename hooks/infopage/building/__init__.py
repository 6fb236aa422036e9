"""A build from beginning to end, for any program that renders: what it reads, what it makes, whether it must."""
