/**
 * The interface of the search engine, which searches the site's own index within the page. The build joins the scripts
 * of this folder into assets/search/engine.js, without comments.
 *
 * A page loads the engine by
 *
 *     <script src="…/assets/search/engine.1a2b3c4d.js" data-base="../../" data-index="tim-kiem/chi-muc/4.js" defer></script>
 *
 * `data-base` is the path from the page to the site's root (`'' | url`, ending in "/"), `data-index` the manifest's
 * address relative to that root (`site.search_index`). Nothing of the index is loaded before the first search. A page
 * that adds the script later has these on another script instead, whose `data-parts` begins with the manifest's address.
 * It saves a round trip to add a script with the manifest (data-base + data-index) at the same time, in any order.
 *
 * @typedef {{text: string, marked: boolean}} Part      a piece of text; `marked` if it matches a word of the query
 * @typedef {{anchor: string, title: string}} Place     a heading or provision within a document
 * @typedef {Object} Hit
 * @property {string} address        relative to the site's root: "van-ban/tinh-uy/2025-2030/16-nq-tu/"; prefix it with thamsau.base
 * @property {Place|null} place      the place at which to open the document: link to address + "#" + place.anchor
 * @property {string} lacks          the provision that the query names, if the document has none of this name; or ""
 * @property {string} title
 * @property {Part[]} titleParts     the same title, with matches marked
 * @property {string} number         "16-NQ/TU", or ""
 * @property {string} kind           "Nghị quyết", or "" if the hit is no official document
 * @property {string} section        "Văn bản", "Tin tức", "Học tập", "Lịch", "Trang"
 * @property {string} issuer         short name as printed, or ""
 * @property {number} year           0 if there is none
 * @property {string} date           ISO: "2026-10-12", "1997", or ""
 * @property {{tone: string, sign: string, text: string}|null} status  as Badge of views/links.py, or null
 * @property {boolean} illustrative
 * @property {Part[]|null} snippet   the text around the best match; null while it is still loading (Options.early)
 * @property {{anchor: string, title: string, snippet: Part[]}[]} places   further places of the document that match, at most 3
 *
 * @typedef {Object} Found
 * @property {number} total          all documents found (after filters), not only those returned
 * @property {Hit[]} hits            one for each document, best first
 * @property {Object<string, {id: string, label: string, count: number}[]>} facets   by name: section, kind, issuer, term, status, year, audience, topic, column;
 *                                   `count` is the number of hits if that value were chosen too, with the other filters kept
 * @property {string|null} suggestion   the query that the reader more likely meant ("Có phải bạn tìm …"); the hits are those of this query
 * @property {string[]} absent       the words of the query that no document has
 * @property {{title: string, address: string}|null} feed   the feed about the subject of the query; address relative to the root
 * @property {{phrases: string[], excluded: string[], without: string}|null} operators   the phrases that results must have, those that
 *                                   they must not have, and the query without these operators
 * @property {boolean} incomplete    part of the index could not be loaded, so there may be more hits
 * @property {string[]} missing      the kinds of the parts that could not: "tu" and "cap" (lists of words and pairs), "muc" (texts), "loc"
 *                                   (facets), "tieng" (the lexicon), "cho" (provisions, and what finds them), "dau" (what reads
 *                                   quotation marks and minus signs)
 *
 * @typedef {Object} Options
 * @property {Object<string, string|string[]>} [filters]  facet name -> id, or several ids, of which one must match
 * @property {"relevance"|"date"} [sort="relevance"]       date: newest first
 * @property {number} [offset=0]
 * @property {number|null} [limit=10]   null: as many as `early` is called with
 * @property {function(Found): void} [early]   called with the first hits (manifest: first), still without snippets and places, if they
 *                                      are known before the texts are loaded; the final result begins with the same hits
 * @property {AbortSignal} [signal]       once it is aborted, `early` is not called and nothing more is loaded; when pending files have
 *                                      arrived, the promise rejects with an AbortError
 * @property {boolean} [facets=true]    false leaves facets empty and saves loading them (the dialog)
 *
 * `thamsau.search(query, options)` returns a Promise of Found. It rejects with an Error if the index cannot be loaded at
 * all. An empty query finds nothing, unless there are filters: then it finds everything that passes them, by date.
 * `thamsau.warm()` loads what every search needs (when a search field gets the focus); it never rejects.
 */
