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

  /** The numbers that letters.py wrote as letters, one after the other. */
  function reader(text) {
    let at = 0;
    const one = () => {
      let point = text.charCodeAt(at++);
      if (point === 0x23) return one() * 0x8000 + one();
      if (point >= 0xe000) point -= 0x800;
      if (point > 0x2029) point -= 2;
      return (point > 0x5c ? point - 1 : point) - 0x24;
    };
    return { one, more: () => at < text.length };
  }

  /** The bytes of a base64 text, and eight more, so that nobody need look whether there is a next. */
  function bytes(text) {
    const packed = atob(text), data = new Uint8Array(packed.length + 8);
    for (let i = 0; i < packed.length; i++) data[i] = packed.charCodeAt(i);
    return data;
  }

  /** How many low bits a step takes in lists of so many documents: rice_bits of coding.py. */
  function riceBits(many, span) {
    let bits = 0;
    while (bits < 19 && many * 2 ** (bits + 1) * 16 <= 11 * span) bits++;
    return bits;
  }

  /**
   * The lists of some codes in a file that coding.py wrote: code -> {documents, levels}, for those that are there.
   * `first` is the file's first code, `wide` how many bits a level has; in lists of `coarse` documents or more the last
   * of three is left out, and of more than half of all the last two.
   */
  function lists(text, first, codes, wide, { span, coarse }) {
    const data = bytes(text), end = data.length * 8 - 64, wanted = new Set(codes), found = new Map();
    let at = 0;
    /** The next 32 bits, of which the last seven may be nought. */
    const ahead = () => {
      const i = at >>> 3;
      return ((data[i] << 24) | (data[i + 1] << 16) | (data[i + 2] << 8) | data[i + 3]) << (at & 7);
    };
    const bits = (count) => {
      const value = count && ahead() >>> (32 - count);
      at += count;
      return value;
    };
    const number = () => {
      const below = bits(5) - 1;
      return below < 0 ? 0 : 2 ** below + (below > 16 ? bits(below - 16) * 0x10000 + bits(16) : bits(below));
    };
    /** A level of two bits, of which one is usual: _USUAL of coding.py. */
    const usual = () => {
      const ones = Math.min(3, Math.clz32(~ahead()));
      at += Math.min(3, ones + 1);
      return ones > 1 ? ones : 1 - ones;
    };
    for (let code = first - 1; at < end; ) {
      const step = number();
      if (!step) break;
      code += step;
      const many = number(), low = riceBits(many, span), kept = wanted.has(code);
      const half = many < coarse || wide < 3 ? 0 : 2 * many > span ? 2 : 1, told = wide - half;
      const documents = kept ? new Int32Array(many) : null, levels = kept ? new Uint8Array(many) : null;
      for (let i = 0, document = -1; i < many; i++) {
        const ones = Math.clz32(~ahead());
        at += ones < 8 ? ones + 1 : 8;
        document += 1 + (ones < 8 ? ones * 2 ** low + bits(low) : bits(20));
        const level = told === 2 ? usual() : bits(told);
        if (kept) (documents[i] = document), (levels[i] = (level << half) | half);
      }
      if (kept) found.set(code, { documents, levels });
    }
    return found;
  }

  const NAME = 2 ** 14; // how many codes share a name

  /** The ranges of a family's codes, in their order, as division.py shared them out: {first, full}. */
  function division(about) {
    if (about.files) return about.files;
    const files = [], runs = reader(about.shape);
    for (let name = 0; runs.more(); ) {
      const run = runs.one();
      files.push({ first: name * NAME, full: run & 1 });
      name += run >> 1;
    }
    return (about.files = files);
  }

  /** The file that a code belongs to. */
  function fileOf(code, files) {
    let from = 0, to = files.length;
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (files[middle].first <= code) from = middle;
      else to = middle;
    }
    return files[from];
  }

  /** The list of what stands nowhere. */
  const NONE = { documents: [], levels: [], foremost: [] };
  const shown = new Map();

  /** What is shown first of a document, where a list that was loaded has it among its foremost: a record without text. */
  const shownOf = (document) => shown.get(document) || null;

  /** The foremost documents of the codes of a file as turned.py wrote them: code -> documents. */
  function foremost(rows) {
    const found = new Map();
    for (const [code, ...documents] of rows) {
      found.set(code, documents.map(([document]) => document));
      for (const [document, ...record] of documents) shown.set(document, record);
    }
    return found;
  }

  /**
   * The postings of many codes of a family ("tu", "cap"), loading what is not there: code -> {documents, levels,
   * foremost}; null for what cannot be had. `foremost` are the documents in which a code is densest, if it has many.
   */
  async function lookUp(family, codes) {
    const index = await manifest(), about = index[family];
    const wide = Math.log2(about.weights.length), shared = division(about);
    const files = new Map(), found = new Map();
    for (const code of codes) {
      const file = fileOf(code, shared);
      found.set(code, NONE);
      if (file.full) files.set(file, [...(files.get(file) || []), code]);
    }
    await Promise.all(
      [...files].map(async ([{ first }, wanted]) => {
        const content = await part(`${family}-${first / NAME}`);
        await breathe();
        const [bits, rows] = Array.isArray(content) ? content : [content, []];
        const read = bits === null ? null : lists(bits, first, wanted, wide, index);
        const top = foremost(rows);
        for (const code of wanted) found.set(code, read && (read.has(code) ? { ...read.get(code), foremost: top.get(code) || [] } : NONE));
      }),
    );
    return found;
  }

  thamsau.parts = { manifest, part, lookUp, shownOf, breathe, heed, reader, NONE };
})();
