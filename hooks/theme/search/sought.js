/** The terms of a query: words, and pairs of neighbours, with their codes in the index. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { pairCode, wordCode, titleCode } = thamsau.analysis;
  /**
   * Return a word of a query with its codes (hashes) in the index.
   *
   * `marked` tells that the reader typed it with marks, `lenient` that no word of the query has any. `code` is that of
   * the folded form. `exactCode` is that of the exact form; null if no other word has the same folded form, or if the
   * query is lenient (terms.py). `alone` tells that no other spelling can be meant.
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

  /** Tells a word that is written like a syllable of Vietnamese. */
  const SYLLABLE = /^(ngh?|gh?|nh|[ckpt]h|tr|gi|qu|[bcdhklmnprstvx])?[aeiouy]{1,3}(ng|nh|ch|[cmnpt])?$/;

  /** Return a pair of neighbouring words, which has a code of its own. Pairs have no exact form. */
  const pairOf = (first, second) => ({ code: pairCode(first.folded, second.folded), exactCode: null });

  /**
   * Return the form in which a word of the query is compared with `other`: the folded one, if the query has no marks.
   */
  const formOf = (word, other = word) => (word.lenient ? other.folded : other.exact);

  /** Tell whether a query has the words `parts` (analysis.js) from the index `at` on. */
  const isPhraseAt = (sought, at, parts) => parts.every((part, i) => sought[at + i] && formOf(sought[at + i]) === formOf(sought[at + i], part));

  /**
   * Return the code of the title or name that consists of some words of a query, after the words `before`.
   *
   * See titles.py and attributes.py.
   */
  function nameCode(words, before = []) {
    const { code, exactCode } = words[words.length - 1];
    return titleCode([...before, ...words.map((word) => formOf(word))], exactCode === null ? code : exactCode);
  }

  thamsau.sought = { SYLLABLE, wordOf, pairOf, isPhraseAt, nameCode };
})();
