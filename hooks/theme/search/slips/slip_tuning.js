/**
 * Tuning constants of the model of slips. All costs are in bits: a cost of 6 says that one word in 64 has the slip.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  thamsau.slipTuning = {
    /** The rows of letter keys; keys that touch are typed for each other. */
    KEYBOARD: ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
    /** Cost of one slip: a key next to the right one, another letter, a letter too many or missing … */
    SLIPS: { beside: 5, other: 7.5, doubled: 3.5, extra: 6, missing: 6, swapped: 5, first: 2, digit: 14 },
    /** Letters typed or read for others: what sounds alike, what looks alike in print (OCR). */
    MISTAKEN: [
      { cost: 4, pairs: "s>x x>s ch>tr tr>ch d>gi gi>d r>gi gi>r r>d d>r l>n n>l v>d d>v i>y y>i c>k k>c ng>ngh ngh>ng g>gh gh>g n>ng ng>n c>t t>c n>nh nh>n ch>t f>ph q>qu" },
      { cost: 3, pairs: "rn>m m>rn 1>l 1>i 0>o i>l l>i l>t vv>w cl>d 5>s" },
    ],
    /** The most that the slips in a word may cost, by its length (the last for all longer ones). */
    MOST: [0, 0, 6, 9, 9, 14],
    /**
     * Cost of marks unlike the typed ones: another tone, another of two tones that sound alike, a tone or another mark
     * that is missing, another mark than the typed one. `plain` is the most for a word typed without any.
     */
    MARKS: { tone: 5, alike: 3, missing: 2.5, hat: 3, otherHat: 4, plain: 4 },
    /** Cost of a word that was meant by keys, and of a letter of another script. */
    KEYS: 2,
    LOOKALIKE: 1,
    /** Cost of a missing space, of further ones in the same word, and of a space too many. */
    SPACES: { missing: 4, further: 1.5, extra: 6 },
    /** Cost of a word that no document has, and of a word in very few; one in all documents costs nothing. */
    UNKNOWN: 11,
    /** Added to the cost of any other word for one without a vowel, which may be an abbreviation: "bhyt". */
    VOWELLESS: 4,
    RARE: 4,
    /** What a pair gains that is frequent: as it is spelt (`often`: for each step of its frequency), and with other marks. */
    PAIRS: { spelt: 5, often: 2, folded: 2, typed: 1.25 },
    /** What a correction must gain over the query as typed: for each word that some document has, and for any. */
    GAIN: { known: 1, least: 0.5 },
    /** The most candidates that are weighed for a word. */
    CANDIDATES: 48,
  };
})();
