/**
 * The parts of the index: scripts in a folder next to the manifest, each loaded when it is first needed. They are
 * scripts, because a page opened from a folder (file://) cannot make requests for data.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const home = document.currentScript ? document.currentScript.src.replace(/[^/]*$/, "") : "";
  const PATIENCE = 5000; // milliseconds that a reader waits for a part
  const asked = new Map(); // name -> {content: a promise of its content, or of null if it cannot be loaded; since}
  const arrived = new Map();
  const failures = new Set(); // the names of the parts that the latest search lacks
  let again = 0; // how often the reader has tried again
  const hung = new Set();

  thamsau.part = (name, content) => arrived.set(name, content);

  const loading = new Set(); // the addresses of the scripts that have not come yet
  // A part that is no script, or is cut off, is a part that is missing, and no fault of the page.
  addEventListener("error", (event) => loading.has(event.filename) && event.preventDefault());

  function script(address) {
    return new Promise((done) => {
      const element = document.createElement("script");
      element.onload = element.onerror = () => {
        loading.delete(element.src);
        element.remove();
        done();
      };
      element.charset = "utf-8";
      element.src = address;
      loading.add(element.src);
      document.head.append(element);
    });
  }

  async function fetched(address, found) {
    // Try twice: a phone that loses its network for a moment is more common than a missing file.
    for (let attempt = 0; attempt < 2; attempt++) {
      if (attempt) await new Promise((done) => setTimeout(done, 400));
      await script(address);
      if (found() !== undefined) return found();
    }
    return null;
  }

  /** The content of a part; null if it cannot be loaded, or has not come in time. What comes later is kept. */
  async function once(name, address, found) {
    if (found()) return found();
    if (!asked.has(name)) {
      // A browser answers a second request for an address only after the first, so a new attempt needs a new address.
      const content = fetched(hung.has(name) ? `${address}?${again}` : address, found);
      asked.set(name, { content, since: performance.now() });
      content.then((known) => {
        if (known === null) asked.delete(name); // the next search tries again
        else if (performance.now() - asked.get(name).since > PATIENCE && thamsau.late) thamsau.late();
      });
    }
    const { content, since } = asked.get(name);
    const late = new Promise((done) => setTimeout(done, since + PATIENCE - performance.now(), null));
    const known = await Promise.race([content, late]);
    if (known === null) failures.add(name);
    return known;
  }

  /** What `read` makes of a part; null if the part is broken. */
  function whole(name, read) {
    try {
      return read();
    } catch (error) {
      failures.add(name);
      asked.delete(name);
      arrived.delete(name);
      return null;
    }
  }

  /** Ask again for the parts that hang, at the next search. */
  function retry() {
    again++;
    for (const [name, { since }] of asked) {
      if (arrived.has(name) || performance.now() - since < PATIENCE) continue;
      hung.add(name);
      asked.delete(name);
    }
  }

  const root = () => (thamsau.base || "") + (thamsau.index || "");

  /** The manifest; rejects if it cannot be loaded, as then no search is possible. */
  async function manifest() {
    if (thamsau.manifest) return thamsau.manifest;
    const found = thamsau.index ? await once("", root(), () => thamsau.manifest) : null;
    if (!found) throw new Error("Không tải được chỉ mục tìm kiếm.");
    return found;
  }

  /** The content of the index part `name`, from the folder that the manifest names; null if it cannot be loaded. */
  async function part(name) {
    const { folder } = await manifest();
    return once(name, `${root().replace(/[^/]*$/, "")}${folder}/${name}.js`, () => arrived.get(name));
  }

  /** The part of the engine that finds provisions named in queries, from the engine's folder; null if it cannot be loaded. */
  const places = () => once("cho", home + "places.js", () => thamsau.placing);

  /** The part of the engine that reads quotation marks and minus signs in queries; null if it cannot be loaded. */
  const operators = () => once("dau", home + "operators.js", () => thamsau.operators);

  /** The part of the engine that knows how Vietnamese is mistyped, from the same folder; null if it cannot be loaded. */
  const slips = () => once("tieng-sua", home + "slips.js", () => thamsau.slips);

  let rested = 0;
  /** Give the browser a turn if we have worked for long: typing must never wait for the search. */
  function breathe() {
    const now = performance.now();
    if (now - rested < 12) return null;
    return new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        rested = performance.now();
        done();
      };
      channel.port2.postMessage(0);
    });
  }

  /** Throw if a search was aborted: a reader who types on needs neither its results nor their texts. */
  function heed(signal) {
    if (signal && signal.aborted) throw new DOMException("Đã có câu hỏi khác.", "AbortError");
  }

  thamsau.parts = { manifest, part, places, operators, slips, whole, failures, retry, breathe, heed };
})();
