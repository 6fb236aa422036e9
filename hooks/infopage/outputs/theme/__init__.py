"""The theme: makes the HTML file of a page from the page's values, with templates, styles and scripts."""
