/** Document numbers in which letters were read or typed for digits and signs: "06/2O17/QHl4", "l6-NQ/TU", "16-NQlTU". */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { syllable } = thamsau.analysis;
  const DIGITS = { o: "0", i: "1", l: "1", z: "2", s: "5", b: "8" };
  const digits = (text) => text.replace(/[a-z]/g, (letter) => DIGITS[letter]);

  /** A word as it was probably printed; the same word if nothing speaks against it. `kinds` are the letters of kinds. */
  function printed(token, after, kinds) {
    if (/^[0-9oilzsb]+$/.test(token) && (/[0-9]/.test(token) || (/^[oil]+$/.test(token) && /^[-/]\p{L}{2}/u.test(after)))) return digits(token);
    const number = token.match(/^(qh)([0-9oilzsb]*[0-9][0-9oilzsb]*)$/);
    if (number) return number[1] + digits(number[2]);
    const zero = token.replace("0", "q");
    if (token.length === 2 && kinds.has(zero)) return zero;
    const kind = [...kinds].find((one) => one.length > 1 && token.startsWith(one) && /^[il1|][a-zđ]{2,}$/.test(token.slice(one.length)));
    return kind ? `${kind}/${token.slice(kind.length + 1)}` : token;
  }

  /**
   * The text and words of a query with the signs in its numbers put right: {text, words, isSure}; null if none seems
   * misread. Nothing changes its length. A letter after the digits may be right, as in "15b", unless it is like a digit.
   */
  function mended(text, sought, kinds) {
    let right = text, isSure = false;
    const words = sought.map((word) => {
      const token = printed(word.token, text.slice(word.end), kinds);
      if (token === word.token || token.length !== word.end - word.start) return word;
      isSure = isSure || !/^[0-9]+b$/.test(word.token);
      right = right.slice(0, word.start) + token + right.slice(word.end);
      return { ...word, ...syllable(token), token };
    });
    return right === text ? null : { text: right, words, isSure };
  }

  thamsau.misread = mended;
})();
