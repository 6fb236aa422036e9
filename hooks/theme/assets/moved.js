// The page's own redirect (meta refresh) would lose the place within the page, the address's hash.
if (location.hash) location.replace(document.querySelector("a").href + location.hash);
