// Tells styles and scripts whether this browser can run the site's scripts, and applies the reader's own text size and
// colours. It runs before the first paint, so that the page never flashes in other colours. It is a file and not an
// inline script, because the site's security policy forbids inline scripts.
(function () {
  var root = document.documentElement;
  // The newest feature that our scripts use: Chrome 86, Firefox 78, Safari 14. An older browser gets the pages as they
  // are without scripts, which are complete, and not pages with dead buttons.
  if (!("replaceChildren" in root)) return;
  root.classList.remove("no-js");
  root.classList.add("js");
  try {
    var scheme = localStorage.getItem("tham-sau:nen");
    var size = localStorage.getItem("tham-sau:co-chu");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    if (size === "1" || size === "2") root.dataset.size = size;
  } catch (error) {
    // Storage may be forbidden; the device's own settings then apply.
  }
})();
