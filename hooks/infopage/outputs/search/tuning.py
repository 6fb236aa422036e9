"""Tuning constants of the index: what each one is, its unit, and what it was measured to do (November 2026).

"MRR" is the mean reciprocal rank of 100 real questions to 2,249 articles of laws, .919 with these values. When the
effects of other values were measured, it was .911. One question moves it by up to .01, so smaller differences say
nothing. Where another value did better, it was not adopted, because 100 questions are too few to tune by. The 94
queries of the search bench, each with the pages that it should find, are answered right with every value named here,
unless a line says otherwise.

Below each constant it is said what changes with other values. Sizes are of an index of 3,000 generated pages of 1,000
words: 15.2 MB. The commands are those of `make bench-search`; the engine's own constants are in
hooks/theme/search/tuning.js.
"""

# ---- Weights of words ----

K1, B = 1.2, 0.75
"""BM25's parameters. The larger K1 is, the more further occurrences of a word add.

The larger B is (0 to 1), the less a word counts in a long text.

These are the textbook values. With half of K1, the mean reciprocal rank of questions changes by +.002, with twice K1 by
+.006. With a B of 0.4 it changes by +.016, of 1 by +.001, of 0 by +.006. For questions without diacritics, a B of 0
costs .012.
"""

LEAST_SATURATION, SATURATION_RANGE = 0.15, 0.85
"""BM25's saturated count, from 0 to 1, is stored as one of a few levels.

This is the range of counts that the levels divide: its beginning and its width. Lower counts get the lowest level.

If the range begins at 0, the mean reciprocal rank of questions changes by −.003; if it begins at 0.3, by +.021.
"""

WORD_LEVEL_BITS, PAIR_LEVEL_BITS = 3, 2
"""Bits of a level (a BM25 weight in steps) in the posting lists of words and of pairs.

With 2 bits, the lists of words are 6% smaller, and the mean reciprocal rank of questions (MRR) is .005 higher. With 4
they are 19% larger, and the MRR is the same. With 1 bit, the lists of pairs are 2% smaller, and the MRR is .015 higher.
With 3 they are 7% larger, and the MRR is .010 lower.
"""

COARSE_FREQUENCY = 1024
"""From this document frequency on, the levels (BM25 weights in steps) in a word's posting list have one bit less.

They have two bits less if the word is in more than half of all documents.

A word in so many documents hardly helps to rank them, and its count in a document even less. With half the frequency,
the lists of words are 4% smaller, with twice the frequency 6% larger, and without this rule 12% larger. The mean
reciprocal rank of questions is always the same.
"""

REPEATED = 0.8
"""The share of repeated pairs of words with which a page of an attached file is a repetition of the item's text.

Of the same text as PDF, some pairs are lost at ends of lines and pages, in headers and in broken words. An annex shares
few pairs with the text before it.
"""

TITLE_WEIGHT, NUMBER_WEIGHT, SUMMARY_WEIGHT, HEADING_WEIGHT, NAMES_WEIGHT = 8, 4, 2, 2, 1
"""Field weights: how often each occurrence of a word counts. A heading's words count once more, as body text.

With half the weight of titles, the mean reciprocal rank of questions is .003 lower. It does not change with twice this
weight, nor with other weights of the other fields, but the articles measured have no headings, numbers or names of
their own.
"""

MOST_FOLLOWING = 4
"""The most that the items which cite a document or carry it out add to its authority (authority.py).

They add one for each doubling of their number.
"""

# ---- What the index lists ----

TITLE_LENGTHS = (3, 5, 8, 12, 18)
"""The lengths of titles, in words, that the index distinguishes: at most 3, 5 … words, or more than 18.

They are levels of postings, of which there are eight, so they take no more room. The engine has its own numbers for
them, see tuning.js.
"""

LONGEST_INITIALS = 6
"""The most neighbouring words of a title whose initials are found as an abbreviation: DNNVV has five. Not measured."""

MOST_QUERY_WORDS = 48
"""How many words of a whole title are compared with a query: as many as the engine reads of a query (MOST_WORDS)."""

ENTRIES_PER_PAIR_FREQUENCY = 3000
"""How frequent a pair must be to be kept.

It must occur in one entry, and in one more for each 3,000 entries of the site (in two from 3,000 on). Rarer pairs are
words that are neighbours by chance.

On a site of 3,000 entries, the lists of pairs are 19% larger without this rule, and 9% smaller with half the number. On
one of 2,249 articles, no pair is left out yet. If pairs of one entry were, the mean reciprocal rank of questions would
be .001 lower; if pairs of two were too, .002.
"""

LAZY_SPELLINGS_ENTRIES, ENOUGH_EXACT = 2000, 10
"""When the engine also searches for other spellings of a query word (with other diacritics).

On a site with more than ``LAZY_SPELLINGS_ENTRIES`` entries, it does so only if fewer than ``ENOUGH_EXACT`` entries have
the reader's own spelling.

If it always does, the mean reciprocal rank of questions is .008 lower, and 1% more is loaded. With an ``ENOUGH_EXACT``
of 1 it is .002 higher; with one of 20 it is the same.
"""

LARGE_LEXICON_ENTRIES = 1000
"""The browser completes and corrects queries by lists of the site's words and pairs.

On a site with up to this many entries, these lists also have words and pairs that only one entry has, because these too
show how people write.

A site of 3,000 entries has lists of the same size with any value, because its frequent pairs reach their limit anyway,
and its generated words are all frequent. No site of about 1,000 real texts was measured.
"""

FREQUENT_PAIRS = 12_000
"""The most pairs of words, as they are spelt, that are listed as frequent.

The list is loaded for completions and corrections. With the list of words it has 32 kB on a site of 151 real texts.
"""

LETTERS_PER_WORD = 4
"""Phrases are taken from as many words of a text as its characters for snippets (``ALL_TEXT``) make at this length."""

MOST_INTRODUCED = 300
"""The most abbreviations that the manifest takes from texts that define them, the most frequent ones first.

Every search loads the manifest, so it must stay small.

None of the sites measured has so many.
"""

# ---- Top documents of pairs of words ----

TOP_DOCUMENTS = 5
"""How many results are shown first, and so how many top documents (top_documents.py) a pair of words has.

The text of each result is in a file of its own, and a browser loads six files at once over HTTP/1.1.

On a site of 3,000 entries, with 3 of them the index is 8% smaller; with 10 it is 20% larger, and the file of each pair
nearly twice as long.
"""

TOP_DOCUMENTS_FREQUENCY = 32
"""The least document frequency of a pair with top documents. Rarer pairs are too many, and each is seldom searched for.

For 100 questions to a site of 2,249 articles, 34% less is loaded without top documents. But every search then waits for
the files that hold the data of its results. With half the frequency 26% more is loaded, with twice the frequency 17%
less. The order of results is always the same.
"""

PAIRS_WITH_TOP_DOCUMENTS = 8000
"""The most pairs with top documents. If more are frequent enough, ``TOP_DOCUMENTS_FREQUENCY`` is doubled.

The top documents take about 5 MB on a server.

On a site of 3,000 entries, the index is 21% smaller without top documents, 13% smaller with half as many pairs, and 33%
larger with twice as many.
"""

TOP_DOCUMENTS_BITS = 3000
"""An estimate of the bits that the top documents of one pair take in a compressed file.

It is added to the size of the pair's posting list when the posting lists are divided among files by size.

Without the estimate, the index of a site of 3,000 entries has 570 files fewer, and the largest has 7 kB instead of 4.
With twice the estimate, nothing changes.
"""

# ---- Files of the index ----

WORD_FILES, PAIR_FILES, RECORD_FILES = 1700, 2285, 2010
"""The most files of words' lists, of pairs' lists and of records (what results show): together they keep the index
below 6,000 files, the limit of the benchmark.

With the limits of words and pairs halved, a site of 3,000 pages has 1,400 files fewer, but its largest file has 7 kB
instead of 4. With both doubled it has 460 files more.
"""

SMALLEST_FILE_BITS = 16_000.0
"""Posting lists are put into a file until it reaches a limit. This is the lowest limit, in bits.

It is raised if there would be too many files.

For 100 questions to a site of 2,249 articles, 11% less is loaded with half the limit, but there are 839 files more.
With twice the limit, 3% less is loaded, and there are 360 files fewer.
"""

FILE_SIZE_STEP = 2 ** (1 / 32)
"""The factor by which the limit of a file's size is raised until the files are few enough.

With steps of 2 ** (1 / 128), 1% more of the allowed files are used; with steps of 2 ** (1 / 4), nothing changes.
"""

FEWEST_REGIONS, MOST_REGIONS, FILES_PER_REGION = 4, 64, 8
"""The codes (hashes of terms) are divided into 4 to 64 regions, each with 8 files or more if the index is large enough.

No file has codes of two regions, so an edit moves the borders of files only within the regions of its words. Because
there are at least 4 regions, no step between codes takes more than 29 bits, which the file format needs.

On a site of 3,000 entries, an edit of 300 words changes 1,036 files. With other values (4 regions, at most 32, 16 files
in each) it changes 1,013 to 1,030: hardly a difference, because most files keep their borders anyway.
"""

ALL_TEXT, LEAST_TEXT, MOST_TEXT = 4_600_000, 240, 16_000
"""Characters of text kept for snippets: of all entries together, and the least and the most of one entry.

With these values, the records (what results show) take 5.4 of the index's 15.2 MB. In a longer entry, each passage is
cut, so its snippets may miss a match.
"""

PLACES_FILES, SMALLEST_PLACES = 32, 30_000
"""The most files of documents' provisions, and the fewest characters in one of them, except the last.

Of 149 laws and decrees, the provisions are in 18 files of 9 kB when compressed. A query that names a provision loads
one to three of them. With 10 times as many characters in a file, it loads about 60 kB.
"""

SHORTEST_HEADING = 16
"""The fewest characters to which the heading of a provision is shortened. If there is room for fewer, it is left out.

No other value was measured.
"""

# ---- The data kept for the next build ----

ENTRIES_PER_PIECE = 256
"""How many entries are stored in one file (a piece) of the store that one build leaves for the next.

If one entry is edited, its whole piece is written anew.

On a site of 2,249 articles, a build after an edit of one writes 3.9 MB, most of it the inverted indexes. With 64
entries in a piece it writes 3.3 MB, but there are four times as many files; with 1,024 it writes 6.0 MB.
"""

MOST_EDITED = 8
"""If more than one entry in eight is changed, the inverted indexes are made anew.

This is then less work than an update.

On a site of 2,249 articles, an update after an edit of one takes 0.04 s instead of 0.11. After an edit of 60 it takes
0.13 s instead of 0.15, and after one of 140 or more as long as making them anew.
"""
