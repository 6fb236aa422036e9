"""What the reader gets: pages, listings, the feed."""
