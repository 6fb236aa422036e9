/** Ranking: the matching documents, best first; the first ones are then reordered by their titles. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { words } = thamsau.analysis;
  const { shownOf, recordOf } = thamsau.lookup;
  const { OWN_NUMBER, NAMING_NUMBER, TITLE, SHORT, NEAR, FLOOR, COVER, FEW, LOOSE_COVER } = thamsau.tuning;

  /**
   * Return the documents with the first ones reordered by how alike their titles and the query `sought` are. The titles
   * are read from the documents' records, which are loaded for these only.
   */
  async function byTitle(documents, { scores, titled }, sought, index) {
    const first = documents.slice(0, index.first), whole = new Set(titled);
    const records = await Promise.all(first.map((document) => shownOf(document) || recordOf(document, index)));
    const worth = new Map();
    for (const [at, document] of first.entries()) {
      const by = records[at] ? 1 + TITLE * likeness(records[at][1], sought) : 1;
      worth.set(document, scores[document] < OWN_NUMBER ? (scores[document] * by) / (whole.has(document) ? 1 + TITLE : 1) : scores[document]);
    }
    return [...first.sort((a, b) => worth.get(b) - worth.get(a)), ...documents.slice(index.first)];
  }

  /**
   * The likeness, from 0 to 1, of a query and the most similar part of a title (up to a full stop or the like): twice
   * the words in common, divided by the words of both.
   */
  function likeness(title, sought) {
    const wanted = sought.words.filter((word) => !word.asking);
    let best = 0, part = [];
    for (const token of [...words(title), null]) {
      if (token) part.push(token);
      else {
        const shared = wanted.filter((word) => part.some((one) => (word.marked ? one.exact === word.exact : one.folded === word.folded))).length;
        best = Math.max(best, (2 * shared) / (wanted.length + part.length || 1));
        part = [];
      }
    }
    return best;
  }

  const best = ({ scores }) => scores.reduce((most, value) => (value > most ? value : most), 0);

  /** Return the documents that `score` scored, best first, without those that match only by chance. */
  function ranked({ n, scores, cover, near, words, pairs, titled, direct }, sought) {
    for (const document of titled) scores[document] *= 1 + TITLE;
    const own = new Set([...direct.current, ...direct.ended]);
    const said = sought.words.some((_, at) => !(direct.used && direct.used.has(at)));
    // Documents of the same number are ordered by how many of the other words they have, then by force, then by age.
    const ofNumber = (document) => OWN_NUMBER + (said ? 10 * Math.round(20 * cover[document]) : 0) + document / n;
    for (const document of direct.current) scores[document] = ofNumber(document) + 5;
    for (const document of direct.ended) scores[document] = ofNumber(document);
    for (const document of direct.naming) if (!own.has(document)) scores[document] += NAMING_NUMBER;
    const naming = new Set(direct.naming);
    const most = words.length;
    let top = 0, full = 0, nearest = 0;
    for (let i = 0; i < n; i++) {
      if (own.has(i)) continue;
      if (scores[i] > top) top = scores[i];
      if (cover[i] > full) full = cover[i];
      if (near[i] > nearest) nearest = near[i];
    }
    const close = most >= 2 && most <= SHORT && nearest > NEAR.found ? NEAR.least : 0;
    const floor = top * (most <= SHORT ? FLOOR.short : FLOOR.long);
    const passing = (share, close) => {
      const least = Math.min(full, share) - 1e-4;
      const found = [];
      for (let i = 0; i < n; i++) {
        if (!(scores[i] > 0)) continue;
        const enough = cover[i] >= least && scores[i] >= floor && (pairs.length === 0 || near[i] >= close);
        if (own.has(i) || naming.has(i) ? own.has(i) || !said || enough : enough && (said || !direct.used)) found.push(i);
      }
      return found;
    };
    // The longer a query, the smaller the share of it that must match. If some document has the few words of a query
    // side by side, all must.
    let found = passing(COVER.find(({ words }) => most <= words).least, close);
    if (!found.length || (most > SHORT && found.length < FEW)) found = passing(LOOSE_COVER, 0);
    return found.sort((a, b) => scores[b] - scores[a] || b - a);
  }

  thamsau.ranking = { ranked, byTitle, best };
})();
