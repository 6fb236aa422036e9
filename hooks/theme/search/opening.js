/**
 * Opens documents at the provision that a query names, and at the top if it is their title. What reads and finds
 * provisions (naming.js, places.js, placing.js) is loaded only for a query that may name one.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { folded, words } = thamsau.analysis;
  const { places } = thamsau.parts;
  const { isNumberSign } = thamsau.query;
  const MAY_NAME = new RegExp(
    "(^|[^a-z])(phu luc|(mau|phan|chuong|muc|dieu|khoan|diem|tiet)( so| thu)?[ .:]*(\\d|([a-z]\\d?|[ivxl]+|mot|nhat|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)(?![a-z]))|[dk][. ]*\\d|pl[. ]*\\d|(pl|m|p|ch)[. ]*[ivxl]+(?![a-z])|[ivx]+[.-]\\d)",
  );

  /** Return the provision that a query names, as placing.js reads it; null if it names none. */
  const named = async (full, index) => (MAY_NAME.test(folded(full.kept)) && (await places()) ? thamsau.placing.named(full, index) : null);

  /** Tell whether all words of a query are in the title of a document, or its kind or number, whatever their marks. */
  function isIn(sought, [, title, number, kind]) {
    const known = new Set(words(`${kind} ${number} ${title}`).filter(Boolean).map((word) => word.folded));
    return sought.every((word, at) => known.has(word.folded) || isNumberSign(sought, at));
  }

  /** Tell whether all words of a query are in a title that was itself typed without marks. */
  const isPlainTitle = (record, sought) => sought.words.length > 1 && record[1].toLowerCase() === folded(record[1]) && isIn(sought.words, record);

  thamsau.opening = { named, isIn, isPlainTitle };
})();
