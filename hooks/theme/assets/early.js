// Tells styles and scripts whether this browser can run what the site adds to its pages; runs before the first paint, so that a reader's own size and colours never flash past. It is a file, not an
// inline script, because the site's security policy allows none.
(function () {
  var root = document.documentElement;
  // The newest thing that our scripts use: Chrome 86, Firefox 78, Safari 14. An older browser gets the pages for readers
  // without scripts, which are whole, and not pages half of whose buttons are dead.
  if (!("replaceChildren" in root)) return;
  root.classList.remove("no-js");
  root.classList.add("js");
  try {
    var scheme = localStorage.getItem("tham-sau:nen");
    var size = localStorage.getItem("tham-sau:co-chu");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    if (size === "1" || size === "2") root.dataset.size = size;
  } catch (error) {
    // Storage may be forbidden; the device's own choice stands.
  }
})();
