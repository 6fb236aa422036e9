// A page that leads on by itself forgets the place within it that the address named.
if (location.hash) location.replace(document.querySelector("a").href + location.hash);
