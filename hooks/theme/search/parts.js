/**
 * The parts of the index: scripts in a folder next to the manifest, each loaded when it is first needed. They are
 * scripts, because a page opened from a folder (file://) cannot make requests for data.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const PATIENCE = 25000;
  const asked = new Map(); // name -> promise of its content, or of null if it cannot be loaded
  const arrived = new Map();

  thamsau.part = (name, content) => arrived.set(name, content);

  function script(address) {
    return new Promise((done) => {
      const element = document.createElement("script");
      const finish = () => {
        clearTimeout(timer);
        element.remove();
        done();
      };
      const timer = setTimeout(finish, PATIENCE);
      element.onload = element.onerror = finish;
      element.charset = "utf-8";
      element.src = address;
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

  function once(name, address, found) {
    if (!asked.has(name)) {
      const promise = fetched(address, found).then((content) => {
        if (content === null) asked.delete(name); // the next search tries again
        return content;
      });
      asked.set(name, promise);
    }
    return asked.get(name);
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

  thamsau.parts = { manifest, part, breathe, heed };
})();
