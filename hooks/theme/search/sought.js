/** What is sought: a word, and two words side by side, with the codes that they are found by. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { pairCode, wordCode } = thamsau.analysis;
  /**
   * A word sought: `marked` where the reader gave it marks, `lenient` where no word of the query has any. Its folded form
   * is found by `code`, its exact form by `exactCode`, where others may fold to the same (terms.py); `alone` where no
   * other spelling can be meant.
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

  /** Two words side by side, found by a code of their own; pairs have no exact forms. */
  const pairOf = (first, second) => ({ code: pairCode(first.folded, second.folded), exactCode: null });

  thamsau.sought = { wordOf, pairOf };
})();
