/** The cost of the typing errors by which one word may have become another. The costs are in slip_tuning.js. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { KEYBOARD, SLIPS, MISTAKEN } = thamsau.slipTuning;
  const beside = new Set();
  for (const [at, row] of KEYBOARD.entries()) {
    [...row].forEach((key, i) => {
      const below = KEYBOARD[at + 1] || "";
      for (const other of [row[i + 1], below[i], below[i - 1]]) if (other) beside.add(key + other).add(other + key);
    });
  }
  /** Letters that are often typed for others, by the last of the letters typed: [typed, meant, cost]. */
  const mistaken = new Map();
  for (const { cost, pairs } of MISTAKEN) {
    for (const pair of pairs.split(" ")) {
      const [typed, meant] = pair.split(">"), end = typed[typed.length - 1];
      mistaken.set(end, [...(mistaken.get(end) || []), [typed, meant, cost]]);
    }
  }
  const isDigit = (letter) => letter >= "0" && letter <= "9";

  const WIDTH = 32, table = new Float64Array(WIDTH * WIDTH);

  /** Return the cost of having typed `typed` for `meant`; Infinity if it is above `most`. */
  function unlike(typed, meant, most) {
    const n = typed.length, m = meant.length;
    if (Math.abs(n - m) * SLIPS.doubled > most || n >= WIDTH || m >= WIDTH) return Infinity;
    table[0] = 0;
    for (let j = 1; j <= m; j++) table[j] = table[j - 1] + SLIPS.missing + (j > 1 ? 0 : SLIPS.first);
    let before = 0;
    for (let i = 1; i <= n; i++) {
      const row = i * WIDTH, a = typed[i - 1], first = i > 1 ? 0 : SLIPS.first, others = mistaken.get(a);
      const extra = isDigit(a) ? SLIPS.digit : a === typed[i - 2] ? SLIPS.doubled : SLIPS.extra + first;
      let least = (table[row] = table[row - WIDTH] + extra);
      for (let j = 1; j <= m; j++) {
        const b = meant[j - 1];
        let best = table[row + j - WIDTH - 1];
        if (a !== b) best += isDigit(a) ? SLIPS.digit : (beside.has(a + b) ? SLIPS.beside : SLIPS.other) + first;
        best = Math.min(best, table[row + j - WIDTH] + extra, table[row + j - 1] + SLIPS.missing);
        if (i > 1 && j > 1 && a === meant[j - 2] && b === typed[i - 2]) best = Math.min(best, table[row + j - 2 * WIDTH - 2] + SLIPS.swapped);
        for (const [from, to, cost] of others || []) {
          if (i < from.length || j < to.length || !typed.startsWith(from, i - from.length) || !meant.startsWith(to, j - to.length)) continue;
          best = Math.min(best, table[(i - from.length) * WIDTH + j - to.length] + cost);
        }
        table[row + j] = best;
        if (best < least) least = best;
      }
      // No slip is longer than two letters typed.
      if (Math.min(least, before) > most) return Infinity;
      before = least;
    }
    const cost = table[n * WIDTH + m];
    return cost <= most ? cost : Infinity;
  }

  /** The letters of a word as a set of bits. */
  function lettersOf(word) {
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
    return bits;
  }

  /** Return how many letters only one of two words has, given the results of `lettersOf` for both. */
  function apart(one, other) {
    let bits = one ^ other, count = 0;
    for (; bits; bits &= bits - 1) count++;
    return count;
  }

  thamsau.likeness = { unlike, lettersOf, apart };
})();
