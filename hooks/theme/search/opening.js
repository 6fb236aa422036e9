/**
 * Opens documents at the provision that a query names. The other words of the query find the documents. What reads such
 * names (naming.js) and finds the provisions (places.js) is loaded only for a query that may have one.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { folded, words } = thamsau.analysis;
  const { part, places, whole } = thamsau.parts;
  const { lookUp, shownOf, recordOf, NONE } = thamsau.lookup;
  const { parse } = thamsau.query;
  const { MOST_TITLED } = thamsau.tuning;
  const WHOLE = 7; // the level of a whole title's code (titles.py)
  const MAY_NAME = new RegExp(
    "(^|[^a-z])(phu luc|(mau|phan|chuong|muc|dieu|khoan|diem|tiet)( so| thu)?[ .:]*(\\d|([a-z]\\d?|[ivxl]+|mot|nhat|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)(?![a-z]))|[dk][. ]*\\d|[ivx]+[.-]\\d)",
  );

  /**
   * Read the provision that a query names: {named, words, isSure, isAlone, rest} as in naming.js, or null if it
   * names none. `rest` is the query without it, or the whole query if it `isAlone`.
   */
  async function named(full, index) {
    if (!MAY_NAME.test(folded(full.kept))) return null;
    const [code, isTitle] = await Promise.all([places(), isTitleOf(full, index)]);
    const found = code && !isTitle && thamsau.naming.read(full.kept, index);
    if (!found) return null;
    const rest = parse(full.text, index, found.spans);
    return { ...found, isAlone: !rest.words.length, rest: rest.words.length ? rest : full };
  }

  /** Tell whether a query is the whole title of a document, such as “Hướng dẫn thực hiện Điều 5”. */
  async function isTitleOf({ title, words: sought }, index) {
    if (title === null) return false;
    const { documents, levels } = (await lookUp("tu", [title])).get(title) || NONE;
    const titled = documents.filter((_, at) => levels[at] === WHOLE).slice(0, MOST_TITLED);
    const records = await Promise.all(titled.map((document) => shownOf(document) || recordOf(document, index)));
    const isIn = ([, name, number, kind]) => {
      const known = new Set(words(`${kind} ${number} ${name}`).filter(Boolean).map((word) => word.folded));
      return sought.every((word) => known.has(word.folded));
    };
    return records.some((record) => record && isIn(record));
  }

  /**
   * The places at which some documents open for the provision that a query names: document -> {anchor, title}, or
   * {lacks} with the name of the provision if the document has others only.
   */
  async function placesIn(documents, { named: names, words, isAlone }, { places: firsts }) {
    const found = new Map();
    await Promise.all(
      documents.map(async (document) => {
        const first = firsts.filter((one) => one <= document).pop(), rows = first === undefined ? null : await part(`cho-${first}`);
        const listed = rows && rows[document - first], place = listed && whole(`cho-${first}`, () => thamsau.places.find(listed, names));
        if (place || (listed && !isAlone)) found.set(document, place || { lacks: words });
      }),
    );
    return found;
  }

  thamsau.opening = { named, placesIn };
})();
