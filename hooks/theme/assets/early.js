// Runs before the first paint, so that a reader's own size and colours never flash past. It is a file, not an
// inline script, because the site's security policy allows none.
(function () {
  var root = document.documentElement;
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
