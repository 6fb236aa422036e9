"""Views: plain values for HTML templates to show. No template reads an item, a registry or the current time.

Addresses are relative to the site's root; templates turn them into links with the ``url`` filter.
"""
