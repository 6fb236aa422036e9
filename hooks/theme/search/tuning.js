/**
 * Tuning constants of the search engine: what each one is, and what it was measured to do (November 2026). Those of the
 * index are in outputs/search/tuning.py, which also tells how "MRR" is measured: .911 with these values, and .909 for
 * the same questions without diacritics. The 94 labelled queries are answered right with every value named here, unless
 * a line says otherwise.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  thamsau.tuning = {
    /**
     * Characters and words of a query that are read: a pasted page must not stall. Of 100 real questions the longest
     * has 63 words.
     */
    LONGEST_QUERY: 1000,
    MOST_WORDS: 48,

    // Scores

    /**
     * Weight of a folded match of a marked word (exact: 1). Off: one labelled query fails, MRR +.008; doubled: one
     * order fails.
     */
    FOLDED: 0.3,
    /** The same for a plain word among marked ones. Halved or 1: no change. */
    PLAIN: 0.6,
    /**
     * Weight of a pair of neighbours (word: 1). Off: MRR −.011 (−.030 without marks), four labelled queries fail;
     * halved, doubled: −.004.
     */
    PAIR: 0.9,
    /** Weight of question words ("là gì"; other words: 1). Off: MRR +.002; doubled: −.010; 1: −.009. */
    ASKING: 0.2,
    /**
     * Added to a pair's weight in its top documents, as levels are coarse. Of 150 frequent pairs typed as queries, 124
     * are shown before their texts come; off: 41; halved: 107; doubled: 137. MRR: no change.
     */
    TOP_BONUS: 0.1,
    /**
     * Words of the longest query with that bonus: in sentences pairs are chance. Halved, doubled: no change; no limit:
     * MRR −.005.
     */
    LONGEST_PHRASE: 4,
    /**
     * Share of its score that a document keeps however little of the query it has. 1: MRR +.013; doubled: +.015; off:
     * +.007.
     */
    UNCOVERED: 0.35,
    /**
     * A word that no document has weighs like one in 1/20 of them. From 1/40 to 1/10, as one document's, or off: no
     * change.
     */
    ABSENT_PART: 20,
    /** Weight of a number's words once its document is found. Off, doubled or 1: no change. */
    NUMBER_WORD: 0.2,
    /**
     * Weight of an abbreviation's other wording. Off: two labelled queries and two orders fail; 0.5 or 1: no change.
     */
    EXPANDED: 0.95,

    // Ranking

    /** Score of the document whose number is sought: above any sum of words. */
    OWN_NUMBER: 1000,
    /** Added for a document that mentions that number. Off, halved, doubled: no change. */
    NAMING_NUMBER: 4,
    /** The most that a title adds to a score, as a share of it. Off: MRR −.014; halved: −.013; doubled: +.006. */
    TITLE: 0.3,
    /**
     * Words of a short query: its words must stand together if they do anywhere, and a result needs less of the best
     * score. Not measured.
     */
    SHORT: 4,
    /** Share of neighbours that one document must have so that all need `least`. Off, doubled: no change of order. */
    NEAR: { found: 0.9, least: 0.3 },
    /**
     * Share of the best score that a result needs. Off, halved: no change; doubled: one question more of 100 has no
     * answer among the first ten.
     */
    FLOOR: { short: 0.15, long: 0.25 },
    /**
     * Share of its words' weight that a query of so many words needs. Off or halved: one question more of 100 has no
     * answer among the first ten; 0.99 for all: MRR −.010 without marks.
     */
    COVER: [
      { words: 2, least: 0.99 },
      { words: 4, least: 0.8 },
      { words: 8, least: 0.6 },
      { words: Infinity, least: 0.4 },
    ],
    /**
     * With fewer results a longer query needs only LOOSE_COVER. FEW halved, doubled: no change; off: one question more
     * of 100 has no answer among the first ten.
     */
    FEW: 10,
    /** Halved or doubled: the same as FEW off. */
    LOOSE_COVER: 0.3,

    // Completions and corrections

    /**
     * Weight of a completion of the last word. Of 61 labelled queries less a letter, .98 are first; off: .77; halved:
     * no change.
     */
    COMPLETED: 0.7,
    /**
     * The most completions, and those of a single letter. Halved: MRR of queries less two letters −.011; doubled: no
     * change.
     */
    COMPLETIONS: { most: 4, ofLetter: 2 },
    /** Weight of a corrected word. With a slip in each real question MRR is .909; halved: .900; 1: no change. */
    CORRECTED: 0.85,
    /**
     * How much better the best score must become by a correction. With a slip in each question, 1: no change; 1.1: MRR
     * +.001; 1.3: −.004.
     */
    CORRECTION_GAIN: 1.05,
    /**
     * What speaks for a candidate, beside its frequency (its number of bits). With a slip in each question, `neighbour`
     * off: MRR −.001 (−.005 without marks), halved or doubled: no change; `keys` doubled or off (no such slips),
     * `firstLetter` and `length` doubled or off: no change.
     */
    EVIDENCE: { neighbour: 20, keys: 12, firstLetter: 3, length: 1 },
    /** A candidate without evidence needs a frequency of more bits. With a slip in each question, 1 or 6: no change. */
    KNOWN_WORD: 3,

    // What a result shows

    /**
     * Words of a snippet, and those before its first match. For 50 real questions 173 letters with 12.8 words marked.
     * WIDTH halved: 88 and 9.3; doubled: 341 and 15.5. BEFORE off: 13.5 marked, but no context; doubled: 12.3.
     */
    WIDTH: 38,
    BEFORE: 9,
    /**
     * Weight of another spelling of a word in a text (the same: 1). Off: .71 further places a result of the labelled
     * queries instead of .76, 1: .79.
     */
    OTHER_SPELLING: 0.4,
    /**
     * Weight of a match in the heading of a place (text: 1). Of the results of the labelled queries .28 open at a
     * place; 1: .25; doubled: .31.
     */
    IN_HEADING: 1.1,
    /**
     * A result opens at a place with these shares of the query, and of what its title has. Of the first five results of
     * the labelled queries .28 do; `whole` halved: .37, doubled: .16; `title` halved: .29, doubled: .19.
     */
    PLACE: { whole: 0.5, title: 0.6 },
    /**
     * Further places need these shares of the best one, and of the query. On the same results, `best` halved: .85
     * places a result instead of .76, 1: .48; `whole` halved: .79, doubled: .57.
     */
    FURTHER: { best: 0.6, whole: 0.4, most: 3 },
  };
})();
