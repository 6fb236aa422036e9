/** The search itself: thamsau.search and thamsau.warm, as contract.js describes them. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  // A script that a page adds later has no data of its own; the page's first script then has them.
  const { dataset } = document.currentScript.dataset.index ? document.currentScript : document.querySelector("[data-parts]");
  thamsau.base = dataset.base;
  thamsau.index = dataset.index || dataset.parts.split(" ")[0];
  const { manifest, part, operators, whole, failures, breathe, heed } = thamsau.parts;
  const { shownOf, recordOf } = thamsau.lookup;
  const { ranked, best } = thamsau.ranking;
  const { score } = thamsau.score;
  const { named: namedIn, isPlainTitle } = thamsau.opening;
  const { COMPLETED, COMPLETION_GAIN } = thamsau.tuning;
  const NOTHING = { total: 0, hits: [], facets: {}, suggestion: null, feed: null, operators: null, absent: [], incomplete: false, missing: [] };
  const { QUOTES, DASHES } = thamsau.query;
  const MAY_HAVE_OPERATORS = new RegExp(`[${QUOTES}]|(^|\\s)[${DASHES}][\\p{L}\\p{N}]`, "u");
  thamsau.warm = () => manifest().then(() => undefined, () => undefined);

  thamsau.search = async function (query, options) {
    const { filters = {}, sort = "relevance", offset = 0, limit = 10, facets = true, early = null, signal = null } = options || {};
    failures.clear();
    const index = await manifest();
    if (MAY_HAVE_OPERATORS.test(query)) await operators();
    const full = thamsau.query.parse(String(query), index);
    const filtering = Object.values(filters).some((ids) => [].concat(ids || []).filter(Boolean).length > 0);
    if (!full.words.length && !filtering && !full.excluded.length) return { ...NOTHING };
    heed(signal);
    const loading = facets || filtering ? part("loc") : null;
    const answer = await meantOr(full, index, signal);
    const { sought, places } = answer;
    if (answer.failed) throw new Error("Không tải được chỉ mục tìm kiếm.");
    const columns = await loading;
    let documents = full.loose === null ? answer.documents : await thamsau.operators.checked(answer.documents, answer.full, index);
    let counted = {};
    if (columns) {
      await breathe();
      ({ documents, counted } = whole("loc", () => thamsau.narrowed(columns, documents, filters)) || { documents, counted });
    }
    if (sort === "date") documents = [...documents].sort((a, b) => b - a);
    heed(signal);
    const shown = documents.slice(offset, offset + (limit || index.first));
    const records = shown.map((document) => recordOf(document, index));
    const wanted = answer.scored ? thamsau.texts.marker(sought, answer.scored, answer.extra) : new Map();
    const asked = answer.scored ? askedFor(answer.scored, sought) : new Set();
    const found = { total: documents.length, facets: counted, suggestion: answer.suggestion || null, feed: feedFor(sought, index), operators: operatorsOf(full), absent: absentOf(answer), ...told() };
    const isTitled = (document, record) => Boolean(answer.scored) && (answer.scored.title.covers[document] > 0.999 || isPlainTitle(record, sought));
    const hitOf = (record, at) => thamsau.texts.hit(record, wanted, index.sections, { isAsked: asked.has(shown[at]), isTitled: isTitled(shown[at], record), named: places.get(shown[at]) });
    const textless = (at) => ({ ...hitOf([...shownOf(shown[at]), []], at), snippet: null });
    const first = shown.slice(0, index.first);
    if (early && first.length && first.every(shownOf)) early({ ...found, hits: first.map((_, at) => textless(at)) });
    const hits = [];
    for (const [at, arriving] of records.entries()) {
      const record = await arriving;
      heed(signal);
      if (record) hits.push(hitOf(record, at));
      else if (shownOf(shown[at])) hits.push({ ...textless(at), snippet: [] });
      await breathe();
    }
    return { ...found, hits, ...told() };
  };

  /** What the search lacks: the kinds of the parts that have failed, or hang. */
  const told = () => ({ incomplete: failures.size > 0, missing: [...new Set([...failures].map((name) => name.split("-")[0]))] });

  const everything = ({ n }, allowing) => ({ documents: Array.from({ length: n }, (_, i) => n - 1 - i).filter((document) => !allowing || allowing[document]), extra: [] });

  const operatorsOf = ({ loose, phrases, excluded }) =>
    loose === null ? null : { phrases: phrases.map(({ text }) => text), excluded: excluded.map(({ text }) => text), without: loose };

  /** Return the answer to a query as it was typed or, if it probably has typing errors, to the corrected query. */
  async function meantOr(full, index, signal) {
    const typed = await read(full, index, signal);
    // Of words whose lists are missing, nothing can be said.
    const suggestion = typed.scored && !typed.typed.incomplete ? await thamsau.spelling.meant(typed.sought, typed.typed, typed.extra) : null;
    const meant = suggestion ? await read(thamsau.query.parse(suggestion, index), index, signal) : null;
    if (!meant || !meant.scored || !best(meant.scored)) return typed;
    const isKnown = typed.typed.words.every(({ frequency }) => frequency), first = new Set(meant.documents);
    // A phrase is meant as it is typed, even if another would be found.
    if (full.phrases.length) return { ...typed, suggestion: isKnown ? null : suggestion };
    // If all words are known, the reader may mean them as they are typed.
    return { ...meant, suggestion, documents: [...meant.documents, ...(isKnown ? typed.documents.filter((document) => !first.has(document)) : [])] };
  }

  /** The answer to a query: the documents, best first, and the places at which they open for a provision it names. */
  async function read(full, index, signal) {
    const asking = { signal, allowing: full.loose === null ? null : thamsau.operators.allowed(full, index) };
    const named = await namedIn(full, index);
    heed(signal);
    const sought = named ? named.rest : full;
    const answer = sought.words.length ? await answered({ ...sought, ...asking }, index) : everything(index, await asking.allowing);
    const places = named ? await thamsau.placing.opened(answer, sought, named, index) : new Map();
    if (named && !named.isSure && sought !== full && ![...places.values()].some(({ anchor }) => anchor)) {
      // What looks like a provision may be other words: "vitamin D3".
      return { ...(await answered({ ...full, ...asking }, index)), full, places: new Map() };
    }
    return { sought, ...answer, full, places };
  }

  /**
   * The documents that match a query, best first: {documents, sought, typed, scored, extra, failed}. `typed` is the result
   * of score.js, `scored` the one with the completions `extra` of an unfinished last word.
   */
  async function answered(sought, index) {
    const typed = await score(sought, index, []), last = sought.words.length - 1;
    let extra = [], scored = typed;
    if (!typed.incomplete && isUnfinished(typed)) {
      const completions = await thamsau.spelling.completions(sought, typed, index, COMPLETED);
      const completed = completions.length ? await score(sought, index, completions) : typed;
      // A last word that documents have may be finished, unless one of its completions finds better results.
      if (!typed.words[last].frequency || best(completed) > best(typed) * COMPLETION_GAIN) (scored = completed), (extra = completions);
    }
    const allowing = await sought.allowing;
    if (allowing) thamsau.operators.restrict(scored, allowing);
    const documents = ranked(scored, sought, index).filter((document) => !allowing || allowing[document]);
    return { documents, sought, typed, scored, extra, failed: scored.incomplete && !documents.length };
  }

  /** Tell whether no document has the last word, or none has it after the word before: it may then be unfinished. */
  function isUnfinished({ words, pairs, direct }) {
    const last = words.length - 1, pair = pairs.find((one) => one.at === last - 1);
    if (direct.used.has(last)) return false;
    return !words[last].frequency || Boolean(pair && !pair.frequency);
  }

  /** The words of a query that no document has, as they were typed; unknown while a part of the index is missing. */
  function absentOf({ sought, scored }) {
    if (!scored || failures.size) return [];
    const isAbsent = ({ asking }, at) => !asking && !scored.words[at].frequency && !scored.words[at].widened && !scored.direct.used.has(at);
    return [...new Set(sought.words.filter(isAbsent).map(({ text }) => text))];
  }

  /** The documents whose number is the whole query: a result for one opens at the top, not at a place in it. */
  const askedFor = ({ direct }, sought) => new Set(sought.words.every((_, at) => direct.used.has(at)) ? [...direct.current, ...direct.ended] : []);

  /** The feed whose name is the query. */
  function feedFor(sought, { feeds = [] }) {
    const text = sought.words.map((word) => word.folded).join(" ");
    const found = text && feeds.find(([name]) => name === text);
    return found ? { title: found[1], address: found[2] } : null;
  }
})();
