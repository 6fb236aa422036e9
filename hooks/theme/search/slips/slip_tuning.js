/** Tuning constants of the model of typing errors. Costs are in bits: a cost of 6 means one error in 64 words. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  thamsau.slipTuning = {
    /** The rows of letter keys; keys that touch are typed for each other. */
    KEYBOARD: ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
    /**
     * The cost of one error: a key next to the right one, another letter, a letter typed twice, a letter too many, a
     * missing letter, two letters swapped. `first` is added for the first letter, `digit` is for a digit among letters.
     */
    SLIPS: { beside: 5, other: 7.5, doubled: 3.5, extra: 6, missing: 6, swapped: 5, first: 2, digit: 14 },
    /** Letters typed or read for others: what sounds alike, what looks alike in print (OCR). */
    MISTAKEN: [
      { cost: 4, pairs: "s>x x>s ch>tr tr>ch d>gi gi>d r>gi gi>r r>d d>r l>n n>l v>d d>v i>y y>i c>k k>c ng>ngh ngh>ng g>gh gh>g n>ng ng>n c>t t>c n>nh nh>n ch>t f>ph q>qu" },
      { cost: 3, pairs: "rn>m m>rn 1>l 1>i 0>o i>l l>i l>t vv>w cl>d 5>s 8>b 6>b 9>g ii>u nn>m ni>m in>m ri>n li>h" },
      { cost: 5, pairs: "1>t 7>t" },
    ],
    /** The most that the slips in a word may cost, by its length (the last for all longer ones). */
    MOST: [0, 0, 6, 9, 9, 14],
    /**
     * The cost of marks that differ from those meant: another tone, another of two tones that sound alike, a missing
     * tone, a missing other mark, another mark. `plain` is the most for a word typed without any marks.
     */
    MARKS: { tone: 5, alike: 3, missing: 2.5, hat: 3, otherHat: 4, plain: 4 },
    /** The cost of a word in which Telex or VNI keys were typed for marks. */
    KEYS: 2,
    /** The cost of a word with letters of another script that look like the right ones. */
    LOOKALIKE: 1,
    /** The cost of a missing space, of each further one missing in the same word, and of a space too many. */
    SPACES: { missing: 4, further: 1.5, extra: 6 },
    /** The cost of a word that no document has. */
    UNKNOWN: 11,
    /** Added to the cost of any other word in place of one without a vowel, which may be an abbreviation: "bhyt". */
    VOWELLESS: 4,
    /** The cost of a word in very few documents. The more documents have a word, the less it costs. */
    RARE: 4,
    /**
     * How much the cost is reduced for a pair of words that is frequent in the texts.
     *
     * With the marks as spelt it is `spelt`, and `often` for each step of its frequency; with other marks it is
     * `folded`; for a pair as typed, `typed` for each doubling of the number of its documents.
     */
    PAIRS: { spelt: 5, often: 2, folded: 2, typed: 1.25 },
    /**
     * By how much a correction must cost less than the query as typed: `least`, and `known` if the words changed are in
     * documents.
     */
    GAIN: { known: 1, least: 0.5 },
    /** The most candidates that are weighed for a word. */
    CANDIDATES: 48,
  };
})();
