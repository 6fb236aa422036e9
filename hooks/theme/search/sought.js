/** The terms of a query: words, and pairs of neighbours, with their codes in the index. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { pairCode, wordCode } = thamsau.analysis;
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

  thamsau.sought = { wordOf, pairOf };
})();
