/** Look-ups in the index: the posting lists of codes, and the records of documents. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { manifest, part, whole, breathe } = thamsau.parts;
  const { reader, postingLists } = thamsau.bits;
  const PASSAGES = 10; // the place of the passages in a record (texts.py)
  const NAME = 2 ** 14; // how many codes share a name (their first bits, see shards.py)

  /**
   * The ranges of a family's codes, in order, as shards.py made them: {first, full}; `full` if the range has a file.
   */
  function shards(about) {
    if (about.files) return about.files;
    const files = [], runs = reader(about.shape);
    for (let name = 0; runs.more(); ) {
      const run = runs.one();
      files.push({ first: name * NAME, full: run & 1 });
      name += run >> 1;
    }
    return (about.files = files);
  }

  /** Return the one of `files` (ranges of codes) that a code belongs to. */
  function fileOf(code, files) {
    let from = 0, to = files.length;
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (files[middle].first <= code) from = middle;
      else to = middle;
    }
    return files[from];
  }

  /** The posting list of a code that no document has. */
  const NONE = { documents: [], levels: [], top: [] };
  const shown = new Map();

  /** Return what results show of a document at once, if a posting list loaded so far came with it; else null. */
  const shownOf = (document) => shown.get(document) || null;

  /** The top documents of the codes in a file, as inverted_index.py wrote them: code -> documents. */
  function topDocuments(rows) {
    const found = new Map();
    for (const [code, ...documents] of rows) {
      found.set(code, documents.map(([document]) => document));
      for (const [document, ...record] of documents) shown.set(document, record);
    }
    return found;
  }

  /**
   * The posting lists of some codes of a family ("tu", "cap"), loaded if needed: code -> {documents, levels, top}, or
   * null if its file cannot be loaded. `top` are the documents in which a frequent code is densest.
   */
  async function lookUp(family, codes) {
    const index = await manifest(), about = index[family];
    const levelBits = Math.log2(about.weights.length), files = shards(about);
    const wanted = new Map(), found = new Map();
    for (const code of codes) {
      const file = fileOf(code, files);
      found.set(code, NONE);
      if (file.full) wanted.set(file, [...(wanted.get(file) || []), code]);
    }
    await Promise.all(
      [...wanted].map(async ([{ first }, codes]) => {
        const name = `${family}-${first / NAME}`, content = await part(name);
        await breathe();
        const [bits, rows] = Array.isArray(content) ? content : [content, []];
        const read = bits === null ? null : whole(name, () => [postingLists(bits, first, codes, levelBits, index), topDocuments(rows)]);
        const [lists, top] = read || [];
        for (const code of codes) found.set(code, read && (lists.has(code) ? { ...lists.get(code), top: top.get(code) || [] } : NONE));
      }),
    );
    return found;
  }

  /** A document's record with its text, everything that a result shows; null if it cannot be loaded. */
  async function recordOf(document, { per }) {
    const name = `muc-${Math.floor(document / per)}`, block = await part(name);
    return block && whole(name, () => block[document % per].map((value, i) => (i === PASSAGES ? [...value] : value)));
  }

  thamsau.lookup = { lookUp, shownOf, recordOf, NONE, PASSAGES };
})();
