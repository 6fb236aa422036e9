/** Finds the documents that have the provision that a query names, and where they open. The rest of the query finds them. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { words } = thamsau.analysis;
  const { part, whole } = thamsau.parts;
  const { lookUp, shownOf, recordOf, NONE } = thamsau.lookup;
  const { parse } = thamsau.query;
  const { isIn } = thamsau.opening;
  const { entitled } = thamsau.titles;
  const { authorities } = thamsau.authority;
  const { MOST_TITLED, OWN_NUMBER, WHOLE_TITLE, PLACED } = thamsau.tuning;

  /**
   * The provision that a query names: {named, isSure, isAlone, rest}, or null if it names none. The first two are
   * those of naming.js. `rest` is the query without it; if it `isAlone`, the provision in full words.
   */
  async function named(full, index) {
    const found = thamsau.naming.read(full.kept, index);
    if (!found || (await isTitleOf(full, index))) return null;
    const rest = parse(full.text, index, found.spans), isAlone = !rest.words.length;
    if (isAlone && full.loose !== null) return null; // phrases and exclusions need other words
    return { ...found, isAlone, rest: isAlone ? parse(thamsau.places.inWords(found.named), index) : rest };
  }

  /** Tell whether a query is the whole title of a document, such as “Hướng dẫn thực hiện Điều 5”. */
  async function isTitleOf({ title, words: sought }, index) {
    if (title === null) return false;
    const titled = entitled((await lookUp("tu", [title])).get(title) || NONE).slice(0, MOST_TITLED);
    const records = await Promise.all(titled.map((document) => shownOf(document) || recordOf(document, index)));
    return records.some((record) => record && isIn(sought, record));
  }

  /**
   * The places at which some documents open for the provision that a query names: document -> {anchor, title}, or
   * {lacks} with the name of the provision if the document has others only.
   */
  async function placesIn(documents, { named: names, isAlone }, { places: firsts }) {
    const found = new Map();
    await Promise.all(
      documents.map(async (document) => {
        const first = firsts.filter((one) => one <= document).pop(), rows = first === undefined ? null : await part(`cho-${first}`);
        const listed = rows && rows[document - first], place = listed && whole(`cho-${first}`, () => thamsau.places.find(listed, names));
        if (place || (listed && !isAlone)) found.set(document, place || { lacks: thamsau.places.inWords(names) });
      }),
    );
    return found;
  }

  /**
   * Find the places of the first documents, and raise the documents that have the provision. If one of the first is
   * sought by its number or whole title, others are not raised. For a provision alone, any document may be meant.
   */
  async function opened(answer, sought, named, index) {
    const { documents, scored } = answer, { scores, direct } = scored, authority = authorities(index);
    const first = documents.slice(0, PLACED.among), rest = documents.slice(PLACED.among), there = new Set(first);
    const others = named.isAlone ? [...authority.keys()].filter((one) => !there.has(one)).sort((a, b) => authority[b] - authority[a] || b - a) : [];
    const places = await placesIn([...first, ...others.slice(0, PLACED.among)], named, index);
    const own = new Set([...direct.current, ...direct.ended]), isAny = !first.some((document) => scores[document] >= OWN_NUMBER);
    const isSaid = ({ title }) => {
      const told = new Set(words(title).filter(Boolean).map((word) => word.folded));
      return sought.words.every((word, at) => direct.used.has(at) || told.has(word.folded));
    };
    for (const [document, place] of places) {
      if (!place.anchor) continue;
      if (named.isAlone) scores[document] = (scores[document] + PLACED.alone) * (1 + authority[document]);
      else if (isAny || scores[document] >= OWN_NUMBER) scores[document] *= PLACED.gain;
      // "Điều 6 Quy định 04 điểm cầu" says what the article is about.
      if (own.has(document) && isSaid(place)) scores[document] += WHOLE_TITLE;
    }
    const more = others.filter((document) => (places.get(document) || {}).anchor), known = new Set(more);
    answer.documents = [...[...first, ...more].sort((a, b) => scores[b] - scores[a] || b - a), ...rest.filter((document) => !known.has(document))];
    // Only of the document that the query most likely names is it worth saying.
    for (const [document, place] of places) if (place.lacks && document !== answer.documents[0]) place.lacks = "";
    return places;
  }

  thamsau.placing = { named, opened };
})();
