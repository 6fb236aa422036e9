/** Abbreviations in a query, both ways: full phrases for abbreviations, and abbreviations for full phrases. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { words } = thamsau.analysis;
  const { wordOf, pairOf } = thamsau.sought;
  /**
   * Return other wordings of parts of a query: [{from, to, words, pairs}].
   *
   * The query's words from `from` up to `to` may be replaced by `words`, whose pairs of neighbours are `pairs`.
   */
  function abbreviations(sought, { abbreviations: known }) {
    const found = [];
    const phrase = (text) => words(text.normalize("NFC").toLowerCase()).filter(Boolean).map((word) => ({ ...wordOf(word, false), alone: true }));
    const spelt = (parts, at) =>
      parts.every((part, i) => {
        const other = sought[at + i];
        return other && (other.exact === part.exact || (!other.marked && other.folded === part.folded));
      });
    const couples = (parts) => parts.slice(1).map((next, i) => pairOf(parts[i], next));
    for (const [short, full] of known) {
      const few = phrase(short), many = phrase(full);
      if (!few.length || !many.length) continue;
      sought.forEach((word, at) => {
        // "tu" is a syllable too: it stands for Tỉnh ủy only if it is written TU.
        const syllable = few.length === 1 && !word.marked && /[aeiouy]/.test(few[0].folded) && few[0].folded.length < 4;
        if (spelt(few, at) && !(syllable && !word.capital)) found.push({ from: at, to: at + few.length, words: many, pairs: couples(many) });
        if (many.length > 1 && spelt(many, at)) found.push({ from: at, to: at + many.length, words: few, pairs: couples(few) });
      });
    }
    return found.slice(0, 12);
  }

  thamsau.abbreviations = abbreviations;
})();
