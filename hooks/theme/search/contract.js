/**
 * What the search engine promises to the pages; the build joins the scripts beside this one into
 * assets/search/engine.js, comments left out. It finds documents in the site's own index, in the page itself.
 *
 * A page loads it by
 *
 *     <script src="…/assets/search/engine.1a2b3c4d.js" data-base="../../" data-index="tim-kiem/chi-muc/3.js" defer></script>
 *
 * `data-base` is the way from the page to the site's root (`'' | url`, ending in "/"), `data-index` the manifest's
 * address relative to that root (`site.search_index`). Nothing of the index is loaded before the first search. A
 * script that is added later may set `thamsau.base` and `thamsau.index` itself instead; adding a script with the
 * manifest (data-base + data-index) at the same time, in any order, saves a round trip.
 *
 * @typedef {{text: string, marked: boolean}} Part      a piece of text; `marked` where it is a word the reader sought
 * @typedef {{anchor: string, title: string}} Place     a heading or provision within a document
 * @typedef {Object} Hit
 * @property {string} address        relative to the site's root: "van-ban/tinh-uy/2025-2030/16-nq-tu/"; prefix it with thamsau.base
 * @property {Place|null} place      where to open the document: link to address + "#" + place.anchor
 * @property {string} title
 * @property {Part[]} titleParts     the same title, with what was sought marked
 * @property {string} number         "16-NQ/TU", or ""
 * @property {string} kind           "Nghị quyết", or "" for what is no official document
 * @property {string} section        "Văn bản", "Tin tức", "Học tập", "Lịch", "Trang"
 * @property {string} issuer         short name as printed, or ""
 * @property {number} year           0 where there is none
 * @property {string} date           ISO: "2026-10-12", "1997", or ""
 * @property {{tone: string, sign: string, text: string}|null} status  as views.Badge; null for what is no official document
 * @property {boolean} illustrative
 * @property {Part[]|null} snippet   the text round the best match; null while it is on its way (Options.early)
 * @property {{anchor: string, title: string, snippet: Part[]}[]} places   further places of the document that match, at most 3
 *
 * @typedef {Object} Found
 * @property {number} total          all documents found (after filters), not only those returned
 * @property {Hit[]} hits            one for each document, best first
 * @property {Object<string, {id: string, label: string, count: number}[]>} facets   by name: section, kind, issuer, term, status, year, audience, topic;
 *                                   each count tells how many hits there would be with that value chosen (the other filters kept)
 * @property {string|null} suggestion   another query that is likelier meant ("Có phải bạn tìm …")
 * @property {{title: string, address: string}|null} feed   a feed that follows what is sought; address relative to the root
 * @property {boolean} incomplete    part of the index could not be loaded: there may be more
 *
 * @typedef {Object} Options
 * @property {Object<string, string|string[]>} [filters]  facet name -> id, or ids of which one must hold
 * @property {"relevance"|"date"} [sort="relevance"]       date: newest first
 * @property {number} [offset=0]
 * @property {number|null} [limit=10]   null: as many as `early` is called with
 * @property {boolean} [prefix=false]   the last word may be unfinished (while the reader types)
 * @property {function(Found): void} [early]   called with the first hits (manifest: first), without what their texts say, where these are
 *                                      known before the texts have come; what is returned later begins with the same
 * @property {AbortSignal} [signal]       once it is aborted `early` is not called, no more is asked for, and when what is on its way has
 *                                      come the promise rejects with an AbortError
 * @property {boolean} [facets=true]    false leaves facets empty and saves loading them (the dialog)
 *
 * `thamsau.search(query, options)` returns a Promise of Found; it rejects with an Error when the index cannot be
 * reached at all. An empty query finds nothing, unless filters are given: then everything that passes them, by date.
 * `thamsau.warm()` loads what every search needs (on focus of a search field); it never rejects.
 */
