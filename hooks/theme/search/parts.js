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

  /** The numbers that coding.py wrote as letters, one after the other. */
  function reader(text) {
    let at = 0;
    const one = () => {
      let point = text.charCodeAt(at++);
      if (point === 0x23) return one() * 0x8000 + one();
      if (point >= 0xe000) point -= 0x800;
      if (point > 0x2029) point -= 2;
      return (point > 0x5c ? point - 1 : point) - 0x24;
    };
    return { one, more: () => at < text.length, letter: () => text.charCodeAt(at), skip: (to) => (at = to), at: () => at };
  }

  /**
   * The postings of some codes in one bucket: code -> [{variant, documents, levels}]. `rest` is how many bits of a code
   * the bucket's name leaves open.
   */
  function postings(text, codes, rest, levels) {
    const wanted = new Map(codes.map((code) => [code & (2 ** rest - 1), code]));
    const found = new Map(codes.map((code) => [code, []]));
    const read = reader(text);
    const low = 2 ** levels - 1;
    let current = 0;
    let next = text.indexOf("!");
    while (next >= 0) {
      read.skip(next + 1);
      current += read.one();
      next = text.indexOf("!", read.at());
      if (!wanted.has(current)) continue;
      const end = next < 0 ? text.length : next;
      const lists = found.get(wanted.get(current));
      for (let mark = 0x20; read.at() < end; ) {
        if (mark === 0x20) lists.push({ variant: read.one(), documents: [], levels: [] });
        const list = lists[lists.length - 1];
        let posting = 0;
        while (read.at() < end && read.letter() !== 0x20) {
          posting = (posting & ~low) + read.one();
          list.documents.push(posting >>> levels);
          list.levels.push(posting & low);
        }
        if (read.at() < end) read.skip(read.at() + 1);
      }
    }
    return found;
  }

  /** The postings of many codes of a family ("tu", "cap"), loading what is not there; null for what cannot be had. */
  async function lookUp(family, codes) {
    const [bits, ...weights] = (await manifest())[family];
    const levels = Math.log2(weights.length);
    const buckets = new Map();
    for (const code of codes) {
      const name = `${family}-${bits ? code >>> (30 - bits) : 0}`;
      if (!buckets.has(name)) buckets.set(name, []);
      buckets.get(name).push(code);
    }
    const found = new Map();
    await Promise.all(
      [...buckets].map(async ([name, wanted]) => {
        const text = await part(name);
        if (text === null) return wanted.forEach((code) => found.set(code, null));
        await breathe();
        for (const [code, lists] of postings(text, wanted, 30 - bits, levels)) found.set(code, lists);
      }),
    );
    return found;
  }

  thamsau.parts = { manifest, part, lookUp, breathe, reader };
})();
