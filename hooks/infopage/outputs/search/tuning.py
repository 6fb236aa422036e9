"""Tuning constants of the index: what each one is, its unit, and what it was measured to do (November 2026).

"MRR" is the mean reciprocal rank of 100 real questions to 2,249 articles of laws, .911 with these values. One question
moves it by up to .01, so smaller differences say nothing. Where another value did better, it was not adopted, because
100 questions are too few to tune by. The 94 queries of the search bench, each with the pages that it should find, are
answered right with every value named here, unless a line says otherwise.

“Halved”, “doubled” and “off” say what changes with half the value, twice the value, or without the rule. Sizes are of
an index of 3,000 generated pages of 1,000 words: 15.2 MB. The commands are those of `make bench-search`; the engine's
own constants are in hooks/theme/search/tuning.js.
"""

# ---- Weights of words ----

K1, B = 1.2, 0.75
"""BM25's parameters. The larger K1 is, the more further occurrences of a word add. The larger B is (0 to 1), the less a
word counts in a long text.

K1 halved: MRR (see above) +.002; doubled: +.006. B 0.4: MRR +.016; 1: +.001; off (0): +.006, but .012 less for
questions without diacritics. These are the textbook values.
"""

LEAST_SATURATION, SATURATION_RANGE = 0.15, 0.85
"""BM25's saturated count, from 0 to 1, is stored as one of a few levels. This is the range of counts that the levels
divide: its beginning and its width. Lower counts get the lowest level.

Beginning at 0: MRR −.003; at 0.3: +.021.
"""

WORD_LEVEL_BITS, PAIR_LEVEL_BITS = 3, 2
"""Bits of a level in the posting lists of words and of pairs.

Words with 2 bits: MRR +.005, words' lists 6% smaller; with 4: no change, 19% larger. Pairs with 1 bit: MRR +.015,
pairs' lists 2% smaller; with 3: −.010, 7% larger.
"""

COARSE_FREQUENCY = 1024
"""From this document frequency on, the levels in a word's posting list have one bit less, and two bits less if the word
is in more than half of all documents.

A word in so many documents hardly helps to rank them, and its count in a document even less. Halved: no change of MRR,
words' lists 4% smaller; doubled: no change, 6% larger; off: no change, 12% larger.
"""

REPEATED = 0.8
"""The share of a file page's pairs of neighbouring words that, in the item's own text, make the page a repetition.

Of the same text as PDF, some pairs are lost at ends of lines and pages, in headers and in broken words. An annex shares
few pairs with the text before it.
"""

TITLE_WEIGHT, NUMBER_WEIGHT, SUMMARY_WEIGHT, HEADING_WEIGHT, NAMES_WEIGHT = 8, 4, 2, 2, 1
"""Field weights: how often each occurrence of a word counts. A heading's words count once more, as body text.

Title halved: MRR −.003; doubled: no change. Summary and heading off or doubled, number 1 or doubled, names off: no
change, but the articles have no headings, numbers or names of their own.
"""

MOST_FOLLOWING, ENDED_PART = 4, 3
"""Authority (authority.py): the most that following items add, one for each doubling of their number, and by what the
authority of a document no longer in force is divided.
"""

# ---- What the index lists ----

TITLE_LENGTHS = (3, 5, 8, 12, 18)
"""The lengths of titles in words that are told apart: at most 3, 5 … words, or more than 18. They are levels of
postings, of which there are eight, so they take no more room. The engine has its own numbers for them, see tuning.js.
"""

MOST_QUERY_WORDS = 48
"""How many words of a whole title are compared with a query: as many as the engine reads of a query (MOST_WORDS)."""

ENTRIES_PER_PAIR_FREQUENCY = 3000
"""How frequent a pair must be to be kept: it must occur in one entry, and in one more for each 3,000 entries of the
site (in two from 3,000 on). Rarer pairs are words that are neighbours by chance.

At 3,000 entries, off: pairs' lists 19% larger; halved: 9% smaller. On 2,249 articles, where none is left out yet,
leaving out pairs of one entry costs MRR .001, and pairs of two .002.
"""

LAZY_SPELLINGS_ENTRIES, ENOUGH_EXACT = 2000, 10
"""On a site with more than ``LAZY_SPELLINGS_ENTRIES`` entries, the engine loads other spellings of a query word (with
other diacritics) only if fewer than ``ENOUGH_EXACT`` entries have the reader's own spelling.

If they are always loaded: MRR −.008, and 1% more loaded for 100 questions. ``ENOUGH_EXACT`` 1: +.002; doubled: no
change.
"""

LARGE_LEXICON_ENTRIES = 1000
"""The browser completes and corrects queries by lists of the site's words and pairs. On a site with up to this many
entries, these lists also have words and pairs that only one entry has, because these too show how people write.

At 3,000 entries: no change of size, as frequent pairs reach their limit anyway and generated words are all frequent.
Never measured on a site of real texts around 1,000 entries.
"""

FREQUENT_PAIRS, FREQUENT_PAIR_BITS = 8000, 19
"""The most pairs listed as frequent, and how many bits of their codes are listed. Because codes are shortened, one pair
in 65 is wrongly taken for frequent.

The list is loaded for completions and corrections: 27 kB with the words. Half as many pairs: 23 kB; twice as many:
34 kB; one bit more or less: 1 kB; whole codes (30 bits): 41 kB.
"""

MOST_INTRODUCED = 300
"""The most abbreviations that the manifest takes from texts that define them, the most frequent ones first. Every
search loads the manifest, so it must stay small.

Not reached by any of the texts measured.
"""

# ---- Top documents of pairs of words ----

TOP_DOCUMENTS = 5
"""How many results are shown first, and so how many top documents (top_documents.py) a pair of words has. The text of
each result is in a file of its own, and a browser loads six files at once over HTTP/1.1.

At 3,000 entries, 3: index 8% smaller; 10: 20% larger, and each pair's file nearly twice as long.
"""

TOP_DOCUMENTS_FREQUENCY = 32
"""The least document frequency of a pair with top documents. Rarer pairs are too many, and each is seldom searched for.

On 2,249 articles, off: 34% less loaded for 100 questions, but every search then waits for the files that hold its
results' data; halved: 26% more; doubled: 17% less. The order of results is the same.
"""

PAIRS_WITH_TOP_DOCUMENTS = 8000
"""The most pairs with top documents. If more are frequent enough, ``TOP_DOCUMENTS_FREQUENCY`` is doubled. The top
documents take about 5 MB on a server.

At 3,000 entries, none: index 21% smaller; halved: 13% smaller; doubled: 33% larger.
"""

TOP_DOCUMENTS_BITS = 3000
"""An estimate of the bits that the top documents of one pair take in a compressed file. It is added to the size of the
pair's posting list when codes are divided among files by size.

At 3,000 entries, without it: 570 files fewer, the largest of 7 kB instead of 4; doubled: no change.
"""

# ---- Files of the index ----

WORD_FILES, PAIR_FILES, RECORD_FILES = 1700, 2285, 2010
"""The most files of words' lists, of pairs' lists and of records (what results show): together they keep the index
below 6,000 files, the limit of the benchmark.

With the limits of words and pairs halved, a site of 3,000 pages has 1,400 files fewer, but its largest file has 7 kB
instead of 4. With both doubled it has 460 files more.
"""

SMALLEST_FILE_BITS = 16_000.0
"""Posting lists are put into a file until it reaches a limit. This is the lowest limit, in bits. It is raised if there
would be too many files.

On 2,249 articles, halved: 11% less loaded for 100 questions, but 839 files more; doubled: 3% less, 360 files fewer.
"""

FILE_SIZE_STEP = 2 ** (1 / 32)
"""The factor by which the limit of a file's size is raised until the files are few enough.

In steps of 2 ** (1 / 128): 1% more of the allowed files are used; of 2 ** (1 / 4): no change.
"""

FEWEST_REGIONS, MOST_REGIONS, FILES_PER_REGION = 4, 64, 8
"""Codes are divided into 4 to 64 regions, with 8 files or more in each if the index is large enough. No file has codes
of two regions, so an edit moves the borders of files only within the regions of its words. Because there are at least 4
regions, no step between codes takes more than 29 bits, which the file format needs.

At 3,000 entries, an edit of 300 words changes 1,036 files; with 4 regions 1,025, with at most 32 1,013, with 16 files a
region 1,030: hardly a difference, because most files keep their borders anyway.
"""

ALL_TEXT, LEAST_TEXT, MOST_TEXT = 4_600_000, 240, 16_000
"""Characters of text kept for snippets: of all entries together, and the least and the most of one entry.

With these values, the records take 5.4 of the index's 15.2 MB. In a longer entry, each passage is cut, so its snippets
may miss a match.
"""

PLACES_FILES, SMALLEST_PLACES = 32, 30_000
"""The most files of documents' provisions, and the fewest characters in one of them, except the last.

Of 149 laws and decrees, the provisions are in 18 files of 9 kB when compressed. A query that names a provision loads
one to three of them. With 10 times as many characters in a file, it loads about 60 kB.
"""

SHORTEST_HEADING = 16
"""The fewest characters to which the heading of a provision is shortened. If there is room for fewer, it is left out.

Not measured.
"""

# ---- The data kept for the next build ----

ENTRIES_PER_PIECE = 256
"""How many entries are stored in one file (a piece) of the store that one build leaves for the next. If one entry is
edited, its whole piece is written anew.

On 2,249 articles, an edit of one writes 3.9 MB, most of it the inverted indexes; 64 entries a piece: 3.3 MB, but four
times the files; 1,024: 6.0 MB.
"""

MOST_EDITED = 8
"""If more than one entry in eight is changed, the inverted indexes are made anew, which is then less work than an
update.

On 2,249 articles, an edit of 1 takes 0.04 s instead of 0.11; of 60, 0.13 instead of 0.15; of 140 or more, the same.
"""
