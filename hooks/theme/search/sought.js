/** The terms of a query: words, and pairs of neighbours, with their codes in the index. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { pairCode, wordCode, titleCode } = thamsau.analysis;
  /**
   * A word of a query: `marked` if the reader typed it with marks, `lenient` if no word of the query has any. `code` is
   * that of its folded form, `exactCode` that of its exact form, or null if no other spelling folds to the same or if
   * the query is lenient (terms.py). `alone` tells that no other spelling can be meant.
   */
  function wordOf(word, lenient) {
    const marked = word.exact !== word.folded;
    return {
      ...word,
      capital: word.text === word.text.toUpperCase(),
      code: wordCode("1" + word.folded),
      exactCode: !lenient && (marked || /^[a-z]{1,7}$/.test(word.folded)) ? wordCode("2" + word.exact) : null,
      marked,
      lenient,
      alone: false,
    };
  }

  /** A pair of neighbouring words, which has a code of its own; pairs have no exact form. */
  const pairOf = (first, second) => ({ code: pairCode(first.folded, second.folded), exactCode: null });

  /** The form of a word, of the query or of `other`, by which the two are compared: a lenient query has no marks. */
  const formOf = (word, other = word) => (word.lenient ? other.folded : other.exact);

  /** Tell whether a query has the words `parts` (analysis.js) from the index `at` on. */
  const isPhraseAt = (sought, at, parts) => parts.every((part, i) => sought[at + i] && formOf(sought[at + i]) === formOf(sought[at + i], part));

  /** The code of a title or name that some words of a query may form, after the words `before` (terms.py, attributes.py). */
  function nameCode(words, before = []) {
    const { code, exactCode } = words[words.length - 1];
    return titleCode([...before, ...words.map((word) => formOf(word))], exactCode === null ? code : exactCode);
  }

  thamsau.sought = { wordOf, pairOf, isPhraseAt, nameCode };
})();
