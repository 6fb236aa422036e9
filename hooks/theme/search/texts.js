/**
 * What a result shows of a document: the place that matches best, the text around it, and the matches marked.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { words } = thamsau.analysis;
  const { BEFORE, WIDTH, OTHER_SPELLING, IN_HEADING, PLACE, CHANCE, FURTHER } = thamsau.tuning;

  /** The words to highlight in results, by folded form: the exact forms and the weight (`idf`) of each. */
  function marker(query, scored, extra) {
    const wanted = new Map();
    const add = (word, idf, exactly) => {
      const known = wanted.get(word.folded) || { idf: 0, exact: new Set(), any: false };
      known.idf = Math.max(known.idf, idf);
      if (exactly) known.exact.add(word.exact);
      else known.any = true;
      wanted.set(word.folded, known);
    };
    query.words.forEach((word, at) => add(word, scored.words[at].idf, word.marked));
    for (const { at, word } of extra) add(word, scored.words[at].idf, false);
    for (const span of query.spans) for (const word of span.words) add(word, scored.words[span.from].idf, word.marked);
    return wanted;
  }

  /** The words of a text that match the query: [{start, end, idf, key, at}]; `exactly` leaves out other spellings. */
  function matches(tokens, wanted, exactly) {
    const found = [];
    tokens.forEach((token, at) => {
      const sought = token && wanted.get(token.folded);
      if (!sought || (exactly && !sought.any && !sought.exact.has(token.exact))) return;
      const same = sought.any || sought.exact.has(token.exact);
      found.push({ start: token.start, end: token.end, idf: sought.idf * (same ? 1 : OTHER_SPELLING), key: token.folded, at });
    });
    return found;
  }

  /**
   * Return the worth of matches in a text: each word counts its weight once, and two neighbouring matches add to it.
   */
  function worth(found) {
    const best = new Map();
    let together = 0;
    found.forEach((match, i) => {
      best.set(match.key, Math.max(best.get(match.key) || 0, match.idf));
      if (i && found[i - 1].at === match.at - 1 && found[i - 1].key !== match.key) together = Math.max(together, (match.idf + found[i - 1].idf) / 2);
    });
    let sum = 0;
    for (const idf of best.values()) sum += idf;
    return sum + together;
  }

  /** Tell whether another matching word is right next to a match. */
  const isBeside = (found, i) =>
    [i - 1, i + 1].some((other) => found[other] && Math.abs(found[other].at - found[i].at) === 1 && found[other].key !== found[i].key);

  /**
   * Return the matches that count. If a word stands next to another match somewhere in the text, its other matches are
   * left out as chance.
   */
  function telling(found) {
    const beside = new Set(found.filter((_, i) => isBeside(found, i)).map((match) => match.key));
    return found.filter((match, i) => !beside.has(match.key) || isBeside(found, i));
  }

  /** Cut the text between two offsets into parts: [{text, marked}], `marked` for the matches `found`. */
  function marked(text, found, from, to) {
    const parts = [];
    const add = (start, end, is) => {
      if (end <= start) return;
      const last = parts[parts.length - 1];
      if (last && last.marked === is) last.text += text.slice(start, end);
      else parts.push({ text: text.slice(start, end), marked: is });
    };
    let at = from;
    for (const { start, end } of found) {
      if (start < from || end > to) continue;
      // Neighbouring words share one mark.
      add(at, start, parts.length > 0 && parts[parts.length - 1].marked && /^\s*$/.test(text.slice(at, start)));
      add(start, end, true);
      at = end;
    }
    add(at, to, false);
    return parts;
  }

  /** The part of a place's text (WIDTH words) with the most worthy matches: {parts, worth}. */
  function snippet(text, tokens, found) {
    const real = tokens.filter(Boolean);
    if (!real.length) return { parts: [], worth: 0 };
    const order = new Map(real.map((token, i) => [token.start, i]));
    let best = { worth: -1, first: 0 };
    for (let i = 0; i < found.length; i++) {
      const first = order.get(found[i].start);
      let j = i;
      while (j + 1 < found.length && order.get(found[j + 1].start) - first < WIDTH - BEFORE) j++;
      const value = worth(found.slice(i, j + 1));
      if (value > best.worth + 1e-6) best = { worth: value, first };
    }
    let first = Math.max(0, best.first - BEFORE);
    // It is better to begin at the start of a sentence.
    for (let i = first; i < best.first; i++) if (i > 0 && /[.;:!?…]\s*$/.test(text.slice(real[i - 1].end, real[i].start))) first = i;
    if (best.first < BEFORE + 4) first = 0;
    const last = Math.min(real.length - 1, first + WIDTH - 1);
    const from = first === 0 ? 0 : real[first].start, to = last === real.length - 1 ? text.length : real[last].end;
    const parts = marked(text, found, from, to);
    if (from > 0) parts.unshift({ text: "… ", marked: false });
    if (to < text.length) parts.push({ text: " …", marked: false });
    return { parts, worth: best.worth };
  }

  /**
   * Tell whether a passage has more of the query's words than chance would give it.
   *
   * Chance means: if all words of the text were shuffled, passages of its length would seldom have as many. A match in
   * the heading of the passage is never chance.
   */
  function standsOut(best, all) {
    const often = new Map(), lengthOf = ({ tokens }) => tokens.filter(Boolean).length;
    for (const { found } of all) for (const { key } of found) often.set(key, (often.get(key) || 0) + 1);
    const total = all.reduce((sum, place) => sum + lengthOf(place), 0);
    const inHeading = new Set(best.heading.map(({ key }) => key)), keys = new Set(best.found.map(({ key }) => key).filter((key) => !inHeading.has(key)));
    const chance = (place) => [...keys].reduce((all, key) => all * (1 - Math.exp((-often.get(key) * lengthOf(place)) / total)), 1);
    return inHeading.size > 0 || all.reduce((sum, place) => sum + chance(place), 0) < CHANCE;
  }

  /** The passage of a provision and of those in it, as one. */
  function passageOf(read, anchor) {
    const within = read.filter((place) => place.anchor === anchor || place.anchor.startsWith(`${anchor}.`));
    const text = within.map((place) => place.text).filter(Boolean).join(" ");
    return { anchor, text, tokens: words(text) };
  }

  /**
   * A record of texts.py as a hit; `isAsked` if the query is the document's number, `isTitled` if all of its words are in
   * the title. `named` is the place of the provision that it names, as opening.js finds it, if it names one.
   */
  function hit(record, wanted, sections, { isAsked, isTitled, named }) {
    const [address, title, number, kind, section, issuer, year, date, status, illustrative, places] = record;
    const read = places.map(([anchor, name, text]) => {
      const tokens = words(text), heading = words(name);
      return { anchor, name, text, tokens, heading: matches(heading, wanted, false), all: matches(tokens, wanted, false) };
    });
    const titleMatches = matches(words(title), wanted, false);
    // If the text has the spelling of the query, other spellings are other words.
    const exact = new Set();
    for (const { tokens } of read) for (const match of matches(tokens, wanted, true)) exact.add(match.key);
    for (const match of matches(words(title), wanted, true)) exact.add(match.key);
    const strictly = (tokens, found) => {
      const sure = new Set(matches(tokens, wanted, true).map((match) => match.start));
      return found.filter((match) => !exact.has(match.key) || sure.has(match.start));
    };
    let whole = 0;
    for (const { idf } of wanted.values()) whole += idf;
    const ranked = read.map((place, order) => {
      const found = telling(strictly(place.tokens, place.all));
      return { ...place, order, found, value: worth([...place.heading.map((m) => ({ ...m, idf: m.idf * IN_HEADING })), ...found]) };
    });
    ranked.sort((a, b) => b.value - a.value || a.order - b.order);
    const best = ranked.find((place) => place.value > 0 && (place.text || place.anchor)) || read[0];
    const inTitle = worth(titleMatches);
    // A document whose title matches opens at the top, unless one of its places matches about as well and stands out.
    const isBetter = !isAsked && !isTitled && best && best.anchor && best.value >= PLACE.whole * whole && best.value > PLACE.title * inTitle;
    const found = named || (isBetter && standsOut(best, ranked) && { anchor: best.anchor, title: best.name });
    const place = found && found.anchor ? { anchor: found.anchor, title: found.title } : null;
    const opened = place && named ? passageOf(read, place.anchor) : isAsked || named ? read[0] : best;
    const shown = opened ? snippet(opened.text, opened.tokens, opened.found || []).parts : [];
    const further = (isAsked || named ? [] : ranked)
      .filter((other) => other !== best && other.anchor && best.value && other.value >= FURTHER.best * best.value && other.value >= FURTHER.whole * whole)
      .slice(0, FURTHER.most);
    return {
      address,
      place,
      lacks: (named && (isAsked || isTitled) && named.lacks) || "",
      title,
      titleParts: marked(title, telling(strictly(words(title), titleMatches)), 0, title.length),
      number,
      kind,
      section: sections[section] || section,
      issuer,
      year,
      date,
      status: status ? { tone: status[0], sign: status[1], text: status[2] } : null,
      illustrative: Boolean(illustrative),
      snippet: shown,
      places: further.map((other) => ({ anchor: other.anchor, title: other.name, snippet: snippet(other.text, other.tokens, other.found).parts })),
    };
  }

  thamsau.texts = { marker, hit };
})();
