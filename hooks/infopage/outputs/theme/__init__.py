"""From a page's values to its bytes, whichever runner asks for them."""
