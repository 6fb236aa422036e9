/**
 * Tuning constants of the search engine: what each one is, and what it was measured to do (November 2026). Those of
 * the index are in outputs/search/tuning.py, which also tells how "MRR" is measured: .919 with these values, and .906
 * for the same questions without diacritics (marks). The constants of words, completions and corrections were measured
 * before titles, kinds and authority counted as they do, at .911. "Of 56" are queries for principal documents and
 * dates, on the demonstration and on 153 real texts: with these values 54 find the right one first. The 94 labelled
 * queries are answered right with every value named here, unless a line says otherwise; "one order fails" means that a
 * right page is below a page that it should be above. A marked word is one that the reader typed with marks. A folded
 * match is one without regard to marks.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  thamsau.tuning = {
    /**
     * The most characters and words of a query that are read, so that a pasted page does not stall the browser. Of 100
     * real questions the longest has 63 words.
     */
    LONGEST_QUERY: 1000,
    MOST_WORDS: 48,

    // Scores

    /**
     * Weight of a folded match of a marked word (exact: 1). Off: one labelled query fails, MRR +.008; doubled: one
     * order fails.
     */
    FOLDED: 0.3,
    /** The same for a word typed without marks in a query that has marked words. Halved or 1: no change. */
    PLAIN: 0.6,
    /**
     * Weight of a pair of neighbours (word: 1). Off: MRR −.011 (−.030 without marks), four labelled queries fail;
     * halved, doubled: −.004.
     */
    PAIR: 0.9,
    /** Weight of question words ("là gì"; other words: 1). Off: MRR +.002; doubled: −.010; 1: −.009. */
    ASKING: 0.2,
    /**
     * Added to a pair's weight in its top documents (top_documents.py), because levels are too coarse to tell these
     * from others. Of 150 frequent pairs typed as queries, 124 are shown before their texts come; off: 41; halved: 107;
     * doubled: 137. MRR: no change.
     */
    TOP_BONUS: 0.1,
    /**
     * A query with more words than this gets no TOP_BONUS, because pairs in sentences are neighbours by chance. Halved,
     * doubled: no change; no limit: MRR −.005.
     */
    LONGEST_PHRASE: 4,
    /**
     * The share of its score that a document keeps even if it has hardly any of the query's words. 1: MRR +.013;
     * doubled: +.015; off: +.007.
     */
    UNCOVERED: 0.5,
    /**
     * A query word that no document has weighs like a word that 1/20 of the documents have. From 1/40 to 1/10, the
     * weight of a word in one document, or no such rule: no change.
     */
    ABSENT_PART: 20,
    /** Weight of the words that spell a document's number, once the document is found. Off, doubled or 1: no change. */
    NUMBER_WORD: 0.2,
    /**
     * Weight of the other wording of an abbreviation: its full form, or the reverse. Off: two labelled queries and
     * two orders fail; 0.5 or 1: no change.
     */
    EXPANDED: 0.95,

    /**
     * Weight of a document with words that have the initials of a word of the query, by the level of these initials
     * (initials.py): in its summary or the names of its topics, in its title. Not measured.
     */
    INITIALS: [0, 0, 0, 0.5, 0.5, 0.5, 1, 1],

    // Ranking

    /** Score of the document whose number is sought: above any sum of words. */
    OWN_NUMBER: 1000,
    /** The most added to it if the document is of the kind that the query names. Not measured. */
    OF_KIND: 100,
    /**
     * Added to the score of a document whose whole title is the query, and of one whose title has the number sought and
     * all other words: above any own number.
     */
    WHOLE_TITLE: 4000,
    NAMED_IN_TITLE: 2000,
    /** The number of words that each level of a word in titles stands for (TITLE_LENGTHS of tuning.py). */
    TITLE_LENGTHS: [3, 5, 7, 10, 15, 24],
    /**
     * Weight of a word of a title without marks, if the text has the query's word with its marks. Halved: 53 of 56; off:
     * 52.
     */
    UNMARKED: 0.9,
    /**
     * The most that a document's authority adds to its score, as a share of it, and the part of this that it adds if its
     * title has none of the query's words. AUTHORITY off: 46 of 56; halved: 53; doubled: 55, but then a title says too
     * little. UNTITLED off: no change; 1: 53.
     */
    AUTHORITY: 0.6,
    UNTITLED: 0.3,
    /**
     * The factor for a document no longer in force, an event that is over, and a page that is no item. Off or 0.7: no
     * change of 56.
     */
    PAST: 0.85,
    /** The share of the query's words, by weight, that a title needs to have all of them: the sums are not exact. */
    FULL: 0.999,
    /** Added to the score of a topic's principal document if the query is the topic's name. Off: 52 of 56. */
    PRINCIPAL: 500,
    /** The most that is added if the query's words name the kind of the document. Off: no change of 56; doubled: 55. */
    KIND: 0.6,
    /**
     * The most that is added, as a share of its score, if the query's words are a document's date, signer or issuing
     * body: `most`; of this `year` for a year alone, `name` for a name, and `kin` for that of a body before or after the
     * one that issued it. `most` off or doubled: no change of 56, because such words also count as words of the document.
     */
    ATTRIBUTE: { most: 1, year: 0.3, name: 0.6, kin: 0.5 },
    /**
     * Added if the query says nothing but the document's kind, date, signer or issuing body: "nghị quyết tháng 10/2026".
     * Off or doubled: no change of 56.
     */
    ONLY_FACTS: 1,
    /** The most words of a name that are looked up. Not measured. */
    LONGEST_NAME: 10,
    /** Added to the score of a document that mentions the number sought. Off, halved, doubled: no change. */
    NAMING_NUMBER: 4,
    /**
     * The most that a title adds to a score, as a share of it. Off: MRR −.022; halved: −.012; doubled: −.003 (+.009
     * without marks).
     */
    TITLE: 0.5,
    /**
     * The most words of a short query. If they stand together in some document, they must in every result (NEAR); and a
     * result needs a smaller share of the best score (FLOOR). Not measured.
     */
    SHORT: 4,
    /**
     * If one document has more than the share `found` of the query's pairs of neighbours, every result of a short query
     * needs the share `least` of them. Off, doubled: no change of order.
     */
    NEAR: { found: 0.9, least: 0.3 },
    /**
     * The share of the best score that a result needs, for a short and a longer query. Off, halved: no change;
     * doubled: one question more of 100 has no answer among the first ten.
     */
    FLOOR: { short: 0.15, long: 0.25 },
    /**
     * The share of the query's words, by weight, that a result needs: `least` for a query of at most `words` words.
     * Off or halved: one question more of 100 has no answer among the first ten; 0.99 for all: MRR −.010 without marks.
     */
    COVER: [
      { words: 2, least: 0.99 },
      { words: 4, least: 0.8 },
      { words: 8, least: 0.6 },
      { words: Infinity, least: 0.4 },
    ],
    /**
     * If a query of more than SHORT words has fewer results than this, a result needs only LOOSE_COVER of its words.
     * FEW halved, doubled: no change; off: one question more of 100 has no answer among the first ten.
     */
    FEW: 10,
    /** See FEW. Halved or doubled: the same as FEW off. */
    LOOSE_COVER: 0.3,

    // Completions and corrections

    /**
     * Weight of a completion of the last word (the word as typed: 1). For 61 labelled queries without their last
     * letter, .98 have a right page first; off: .77; halved: no change.
     */
    COMPLETED: 0.7,
    /**
     * The most completions of a word, and of a word of which only one letter is typed. Halved: MRR of queries without
     * their last two letters −.011; doubled: no change.
     */
    COMPLETIONS: { most: 4, ofLetter: 2 },
    /** The factor by which completions of a word that some document has must raise the best score. */
    COMPLETION_GAIN: 1.05,
    /**
     * The share of the weight of a pair's documents that must spell the pair as the query does; else its words may have
     * slips.
     */
    ALIKE: 0.7,
    /** A word of more letters than any syllable, in fewer documents than this, may be several words without spaces. */
    FEW_DOCUMENTS: 3,
    LONGEST_SYLLABLE: 7,

    // Provisions named in a query

    /**
     * Of the first `among` documents, the scores of those that have the provision that a query names are multiplied by
     * `gain`. If the query has no other words, `alone` is added to them, and as many documents of the greatest authority
     * are looked at as well. Of 124 provisions named with the short name of a document, 121 are opened in the right one;
     * `gain` 1: 118, 1.6: 121; `among` halved or doubled: 121. `alone` was not measured.
     */
    PLACED: { among: 10, gain: 1.3, alone: 20 },
    /** The most documents whose titles are compared with a whole query that may name a provision. Not measured. */
    MOST_TITLED: 6,

    // Phrases and exclusions

    /**
     * The results, the best first, in whose texts a phrase is looked up. Each may be in a file of its own. Not measured.
     */
    CHECKED: 30,
    /** The most phrases, and the most exclusions, that are read of a query. */
    MOST_OPERATORS: 8,

    // What a result shows

    /**
     * The words of a snippet, and those of them before its first match. For 50 real questions a snippet has 173
     * letters, with 12.8 words highlighted. WIDTH halved: 88 and 9.3; doubled: 341 and 15.5. BEFORE off: 13.5, but no
     * context; doubled: 12.3.
     */
    WIDTH: 38,
    BEFORE: 9,
    /**
     * Weight of a match in a text with other marks than the query's word (the same: 1). Off: a result of the labelled
     * queries has .71 further places instead of .76; 1: .79.
     */
    OTHER_SPELLING: 0.4,
    /**
     * Weight of a match in the heading of a place (a heading or provision of a document; text: 1). Of the results of
     * the labelled queries .28 open at a place; 1: .25; doubled: .31.
     */
    IN_HEADING: 1.1,
    /**
     * A result opens at its best place if this place has the share `whole` of the query's weight, and more than the
     * share `title` of the weight of the title's matches. Of the first five results of the labelled queries .28 do;
     * `whole` halved: .37, doubled: .16; `title` halved: .29, doubled: .19.
     */
    PLACE: { whole: 0.5, title: 0.6 },
    /**
     * It opens there only if, with the words of its text shuffled, fewer places than this would have the same words. Of
     * the first three results of 30 short queries to 149 laws, 21 of 89 open at the top; halved: 24, doubled: 18, off: 16.
     */
    CHANCE: 1,
    /**
     * Further places of a result, `most` of them, need the share `best` of the best place's weight, and `whole` of the
     * query's. On the same results, `best` halved: .85 places a result instead of .76, 1: .48; `whole` halved: .79,
     * doubled: .57.
     */
    FURTHER: { best: 0.6, whole: 0.4, most: 3 },
  };
})();
