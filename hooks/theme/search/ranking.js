/** Ranking: the matching documents, best first. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { authorities, principal, below } = thamsau.authority;
  const { entitled } = thamsau.titles;
  const { FULL, PAST, OF_KIND, AUTHORITY, ATTRIBUTE, UNTITLED, PRINCIPAL, WHOLE_TITLE, NAMED_IN_TITLE, ONLY_FACTS, OWN_NUMBER, NAMING_NUMBER, TITLE, KIND, SHORT, NEAR, FLOOR, COVER, FEW, LOOSE_COVER } = thamsau.tuning;

  const best = ({ scores }) => scores.reduce((most, value) => (value > most ? value : most), 0);

  /** Return the documents that `score` scored, best first, without those that match only by chance. */
  function ranked({ n, scores, cover, near, words, pairs, known, title, titled, direct }, sought, index) {
    const own = new Set([...direct.current, ...direct.ended]);
    const said = sought.words.some((_, at) => !direct.used.has(at));
    // The body or date of the document whose number is sought says nothing more: "nghị quyết 16 tỉnh ủy".
    const isKnown = (at) => known.some(({ from, to, shares }) => from <= at && at < to && [...own].some((document) => shares.has(document)));
    const saysMore = sought.words.some((_, at) => !direct.used.has(at) && !isKnown(at));
    // Documents of the same number are ordered by how many of the other words they have and whether they are of the kind
    // named ("quyết định 04", "quy định 04"), then by force, then by age.
    const ofNumber = (document) => OWN_NUMBER + OF_KIND * title.kind[document] + (said ? 10 * Math.round(20 * cover[document]) : 0) + document / n;
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
        if (own.has(i) || naming.has(i) ? own.has(i) || !saysMore || enough : enough && (saysMore || !direct.used.size)) found.push(i);
      }
      return found;
    };
    // The longer a query, the smaller the share of it that must match. If some document has the few words of a query
    // side by side, all must.
    let found = passing(COVER.find(({ words }) => most <= words).least, close);
    if (!found.length || (most > SHORT && found.length < FEW)) found = passing(LOOSE_COVER, 0);
    const authority = authorities(index);
    for (const document of found) {
      if (own.has(document)) continue;
      const facts = KIND * title.kind[document] + ATTRIBUTE.most * title.given[document] + ONLY_FACTS * title.facts[document];
      scores[document] *= 1 + TITLE * title.like[document] + facts;
      scores[document] *= authority[document] ? 1 + AUTHORITY * authority[document] * (UNTITLED + (1 - UNTITLED) * title.covers[document]) : PAST;
    }
    for (const document of principal(sought, index)) {
      scores[document] += PRINCIPAL;
      if (!found.includes(document)) found.push(document);
    }
    const named = byName(found, scores, { title, titled, own }, said);
    below(found, scores, named, title.covers, index);
    return found.sort((a, b) => scores[b] - scores[a] || authority[b] - authority[a] || b - a);
  }

  /**
   * Raise the documents that the query names, and return all that it names, also those named by number.
   *
   * The query names the documents of which it is the whole title, unless it is only a number. If it has a number and
   * other words, it names the documents whose titles have all of them.
   */
  function byName(found, scores, { title, titled, own }, said) {
    const named = new Set(own), isFull = (document) => title.covers[document] > FULL;
    const hasOther = said && own.size > 0 && ![...own].some(isFull);
    const whole = new Set(said ? entitled(titled).filter(isFull) : []);
    for (const document of found) {
      const by = whole.has(document) ? WHOLE_TITLE : hasOther && isFull(document) ? NAMED_IN_TITLE : 0;
      if (!by) continue;
      scores[document] += by;
      named.add(document);
    }
    return named;
  }

  thamsau.ranking = { ranked, best };
})();
