/** The search itself: thamsau.search and thamsau.warm, as engine.js's head describes them. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const script = document.currentScript;
  if (script && script.dataset.index) {
    thamsau.base = script.dataset.base || "";
    thamsau.index = script.dataset.index;
  }
  const { manifest, part, shownOf, breathe, heed, reader } = thamsau.parts;
  const { words } = thamsau.analysis;
  const { score, COMPLETED, CORRECTED } = thamsau.score;
  const NOTHING = { total: 0, hits: [], facets: {}, suggestion: null, feed: null, incomplete: false };
  /** A number's own document stands before all else; one that only names it gains a little. */
  const OWN = 1000, NAMING = 4;
  /** So many of the first results are put in order by their titles too: what is sought may be the whole of one. */
  const FIRST = 5, TITLE = 0.3;
  /** With fewer answers than this a whole sentence is sought less strictly. */
  const FEW = 10;

  thamsau.warm = () => manifest().then(() => undefined, () => undefined);

  thamsau.search = async function (query, options) {
    const { filters = {}, sort = "relevance", offset = 0, limit = 10, prefix = false, facets = true, early = null, signal = null } = options || {};
    const index = await manifest();
    const sought = thamsau.query.parse(String(query), index);
    const filtering = Object.values(filters).some((ids) => [].concat(ids || []).filter(Boolean).length > 0);
    if (!sought.words.length && !filtering) return { ...NOTHING };
    heed(signal);
    const [columns, answer] = await Promise.all([
      facets || filtering ? part("loc") : null,
      sought.words.length ? answered({ ...sought, signal }, index, prefix) : everything(index),
    ]);
    if (answer.failed) throw new Error("Không tải được chỉ mục tìm kiếm.");
    let { documents, incomplete } = answer;
    let counted = {};
    if (columns) {
      await breathe();
      ({ documents, counted } = narrowed(columns, documents, filters));
    } else if (facets || filtering) {
      incomplete = true;
    }
    if (sort === "date") documents = [...documents].sort((a, b) => b - a);
    else if (answer.scored && offset < FIRST) documents = await byTitle(documents, answer.scored, answer.likely, index);
    heed(signal);
    const shown = documents.slice(offset, offset + limit);
    const records = shown.map((document) => recordOf(document, index));
    const wanted = answer.scored ? thamsau.texts.marker(sought, answer.scored, answer.extra) : new Map();
    const asked = answer.scored ? askedFor(answer.scored, sought) : new Set();
    const found = { total: documents.length, facets: counted, suggestion: answer.suggestion || null, feed: feedFor(sought, index), incomplete };
    const hitOf = (record, at) => thamsau.texts.hit(record, wanted, index.sections, asked.has(shown[at]));
    const textless = (at) => ({ ...hitOf([...shownOf(shown[at]), []], at), snippet: null });
    const first = shown.slice(0, FIRST);
    if (early && first.length && first.every(shownOf)) early({ ...found, hits: first.map((_, at) => textless(at)) });
    const hits = [];
    for (const [at, arriving] of records.entries()) {
      const record = await arriving;
      heed(signal);
      if (!record) found.incomplete = true;
      if (record) hits.push(hitOf(record, at));
      else if (shownOf(shown[at])) hits.push({ ...textless(at), snippet: [] });
      await breathe();
    }
    return { ...found, hits };
  };

  /** Put the first documents in order once more, with what their titles are really worth. */
  async function byTitle(documents, { scores, titled }, sought, index) {
    const first = documents.slice(0, FIRST), whole = new Set(titled);
    const records = await Promise.all(first.map((document) => shownOf(document) || recordOf(document, index)));
    const worth = new Map();
    for (const [at, document] of first.entries()) {
      const by = records[at] ? 1 + TITLE * likeness(records[at][1], sought) : 1;
      worth.set(document, scores[document] < OWN ? (scores[document] * by) / (whole.has(document) ? 1 + TITLE : 1) : scores[document]);
    }
    return [...first.sort((a, b) => worth.get(b) - worth.get(a)), ...documents.slice(FIRST)];
  }

  /** How far a title, or a part of one, is what is sought: twice the words that both have to the words of both. */
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

  const everything = ({ n }) => ({ documents: Array.from({ length: n }, (_, i) => n - 1 - i), incomplete: false, extra: [] });

  /** The documents that answer, best first. */
  async function answered(sought, index, prefix) {
    let extra = [];
    let scored = await score(sought, index, extra);
    if (prefix && isUnfinished(scored)) {
      extra = await thamsau.spelling.completions(sought, COMPLETED);
      if (extra.length) scored = await score(sought, index, extra);
    }
    const slips = await thamsau.spelling.corrections(sought, scored, CORRECTED);
    let suggestion = null, likely = sought;
    if (slips.length) {
      extra = [...extra, ...slips];
      const meant = thamsau.query.mended(sought, slips);
      const mended = await score({ ...sought, title: meant.title }, index, extra);
      // A slip is one only where mending it finds better answers.
      if (best(mended) > best(scored) * 1.05) {
        scored = mended;
        likely = meant;
        suggestion = thamsau.spelling.mended(sought, slips);
      } else {
        extra = extra.filter((one) => !slips.includes(one));
      }
    }
    const documents = ranked(scored, sought);
    return { documents, scored, likely, extra, suggestion, incomplete: scored.incomplete, failed: scored.incomplete && !documents.length };
  }

  /** Tell whether the last word stands nowhere, or nowhere after the one before: only then its possible ends are loaded. */
  function isUnfinished({ words, pairs, direct }) {
    const last = words.length - 1, pair = pairs.find((one) => one.at === last - 1);
    if (direct.used && direct.used.has(last)) return false;
    return !words[last].many || Boolean(pair && !pair.many);
  }

  /** The documents that are asked for by their number alone: they open at their top. */
  const askedFor = ({ direct }, sought) => new Set(sought.words.every((_, at) => direct.used && direct.used.has(at)) ? [...direct.current, ...direct.ended] : []);

  const best = ({ scores }) => scores.reduce((most, value) => (value > most ? value : most), 0);

  /** Rank, and leave out what answers only by chance. */
  function ranked({ n, scores, cover, near, words, pairs, titled, direct }, sought) {
    for (const document of titled) scores[document] *= 1 + TITLE;
    const own = new Set([...direct.current, ...direct.ended]);
    const said = sought.words.some((_, at) => !(direct.used && direct.used.has(at)));
    // Documents of the same number are told apart by how many of the other words they have; else by force, then by age.
    const ofNumber = (document) => OWN + (said ? 10 * Math.round(20 * cover[document]) : 0) + document / n;
    for (const document of direct.current) scores[document] = ofNumber(document) + 5;
    for (const document of direct.ended) scores[document] = ofNumber(document);
    for (const document of direct.naming) if (!own.has(document)) scores[document] += NAMING;
    const naming = new Set(direct.naming);
    const most = words.length;
    let top = 0, full = 0, nearest = 0;
    for (let i = 0; i < n; i++) {
      if (own.has(i)) continue;
      if (scores[i] > top) top = scores[i];
      if (cover[i] > full) full = cover[i];
      if (near[i] > nearest) nearest = near[i];
    }
    const close = most >= 2 && most <= 4 && nearest > 0.9 ? 0.3 : 0;
    const floor = top * (most <= 4 ? 0.15 : 0.25);
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
    // The longer a query is, the less of it must be there; words of few syllables must stand together where they do.
    let found = passing(most <= 2 ? 0.99 : most <= 4 ? 0.8 : most <= 8 ? 0.6 : 0.4, close);
    if (!found.length || (most > 4 && found.length < FEW)) found = passing(0.3, 0);
    return found.sort((a, b) => scores[b] - scores[a] || b - a);
  }

  /** What passes the filters, and for each facet how many would with each value. */
  function narrowed({ names, rows, column }, documents, filters) {
    const read = reader(column);
    const row = [];
    while (read.more()) row.push(read.one());
    const order = ["section", "kind", "issuer", "term", "status", "year", "audience", "topic"];
    const place = (facet) => new Map(names[facet].map(([id], at) => [id, at]));
    const chosen = {};
    for (const facet of order) {
      const ids = [].concat(filters[facet] || []).filter(Boolean).map(String);
      if (!ids.length) continue;
      const at = place(facet);
      // A body's documents are also those of the bodies it came from.
      chosen[facet] = new Set(ids.flatMap((id) => (at.has(id) ? [at.get(id), ...(names[facet][at.get(id)][2] || [])] : [])));
    }
    const valuesOf = rows.map((values) => values.map((value) => [].concat(value)));
    const passes = valuesOf.map((values) => order.map((facet, at) => !chosen[facet] || values[at].some((value) => chosen[facet].has(value))));
    const counts = order.map((facet) => new Array(names[facet].length).fill(0));
    const kept = [];
    for (const document of documents) {
      const passed = passes[row[document]], values = valuesOf[row[document]];
      const failures = passed.filter((ok) => !ok).length;
      if (!failures) kept.push(document);
      order.forEach((facet, at) => {
        if (failures - (passed[at] ? 0 : 1) === 0) for (const value of values[at]) if (value >= 0) counts[at][value]++;
      });
    }
    const counted = {};
    order.forEach((facet, at) => {
      counted[facet] = names[facet]
        .map(([id, label, before], value) => ({ id, label, count: counts[at][value] + (before || []).reduce((sum, old) => sum + counts[at][old], 0) }))
        .filter(({ id, count }) => count > 0 || [].concat(filters[facet] || []).map(String).includes(id));
    });
    return { documents: kept, counted };
  }

  async function recordOf(document, { per }) {
    const block = await part(`muc-${Math.floor(document / per)}`);
    return block && block[document % per];
  }

  /** The feed whose name is what is sought. */
  function feedFor(sought, { feeds = [] }) {
    const text = sought.words.map((word) => word.folded).join(" ");
    const found = text && feeds.find(([name]) => name === text);
    return found ? { title: found[1], address: found[2] } : null;
  }
})();
