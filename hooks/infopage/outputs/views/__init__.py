"""Views: plain values for templates to show. No template reads an item, a registry or a clock.

Addresses are relative to the site's root; templates turn them into links with the ``url`` filter.
"""
