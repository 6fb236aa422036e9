/**
 * The parts of the index: scripts beside the manifest, each loaded when it is first needed. A script, and not a
 * request, because a page opened from a folder (file://) may load nothing else.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const PATIENCE = 25000;
  const asked = new Map(); // name -> promise of its content, or of null where it cannot be had
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
    // Twice: a phone loses its network for a moment more often than a file is missing.
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

  /** The manifest; rejects where it cannot be had, for then nothing can. */
  async function manifest() {
    if (thamsau.manifest) return thamsau.manifest;
    const found = thamsau.index ? await once("", root(), () => thamsau.manifest) : null;
    if (!found) throw new Error("Không tải được chỉ mục tìm kiếm.");
    return found;
  }

  /** A part, from the folder that the manifest names. */
  async function part(name) {
    const { folder } = await manifest();
    return once(name, `${root().replace(/[^/]*$/, "")}${folder}/${name}.js`, () => arrived.get(name));
  }

  let rested = 0;
  /** Let the page breathe where we have worked for long: typing must never wait for the search. */
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

  /** Throw where a search is given up: whoever types on needs neither its answer nor the texts of what it finds. */
  function heed(signal) {
    if (signal && signal.aborted) throw new DOMException("Đã có câu hỏi khác.", "AbortError");
  }

  thamsau.parts = { manifest, part, breathe, heed };
})();
