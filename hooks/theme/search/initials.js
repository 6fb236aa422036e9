/** Abbreviations that no text explains: the initials of neighbouring words of titles (initials.py). */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { SYLLABLE } = thamsau.sought;
  const { EXPANDED, INITIALS } = thamsau.tuning;

  /** The code of initials, from that of a word with the same letters. */
  const ofInitials = (code) => code ^ 0x200;

  /**
   * Tell whether a word of a query may be initials: "GTGT", "bhyt". `all` tells that the whole query is in capitals. In
   * small letters, a word that is not yet finished has few letters, and a mistyped one has a vowel.
   */
  function mayBe({ folded, capital }, all) {
    if (!/^[a-z]{2,6}$/.test(folded) || (SYLLABLE.test(folded) && (all || !capital))) return false;
    return capital || (folded !== "ngh" && /^[bcdghklmnpqrstvxyaeou][bcdghklmnpqrstvxy]{2,}$/.test(folded));
  }

  /**
   * Count words with the initials `word` as matches of it. The posting list of the initials is of `documents`, of which
   * there are `n`. The documents with such words in their titles are kept as `titled`.
   */
  function initialled(word, { documents, levels }, n, inverseFrequency) {
    if (!documents.length) return;
    if (!word.frequency) word.idf = inverseFrequency(n, documents.length);
    word.widened = true;
    word.titled = [];
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i], weight = INITIALS[levels[i]];
      word.values[document] = Math.max(word.values[document], EXPANDED * weight);
      if (weight === 1) word.titled.push(document);
    }
  }

  thamsau.initials = { ofInitials, mayBe, initialled };
})();
