"""What templates show, as plain values: no template reads an item, a registry or a clock.

Addresses are relative to the site's root; templates turn them into links with the ``url`` filter.
"""
