/** What a query says of a document besides its subject: its date at any precision, its signer, its issuing body. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { words, wordCode } = thamsau.analysis;
  const { isPhraseAt, nameCode } = thamsau.sought;
  const { ATTRIBUTE, LONGEST_NAME } = thamsau.tuning;
  /**
   * The levels (weights) of an attribute of the document itself, and of bodies before or after its own, as in
   * attributes.py.
   */
  const OWN = 5, KIN = 3;
  const MONTHS = "giêng,hai,ba,tư,năm,sáu,bảy,tám,chín,mười,mười một,mười hai,một,chạp,bốn".split(",").map((name) => words(name));
  const MONTH_OF = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 12, 4];
  const ROMAN = { i: 1, ii: 2, iii: 3, iv: 4 };
  /** Words before a year that is not that of a document: "đến năm 2030". */
  const AIM = new Set(["den", "toi", "truoc", "sau"]);

  /**
   * The dates in a query: [{from, to, code, by, isSaid}]. `code` is that of attributes.py, `by` is the weight of the
   * date, which is small for a year alone, and `isSaid` tells that words say that it is a date.
   */
  function dates(sought, text) {
    const found = [];
    const is = (at, ...words) => Boolean(sought[at]) && words.includes(sought[at].folded);
    const number = (at, from, to) => {
      const digits = sought[at] && /^[0-9]{1,4}$/.test(sought[at].folded) ? Number(sought[at].folded) : NaN;
      return digits >= from && digits <= to ? digits : 0;
    };
    const year = (at) => number(at, 1900, 2099);
    /** What stands between a word and the next. */
    const gap = (at) => (sought[at + 1] ? text.slice(sought[at].end, sought[at + 1].start).trim() : "");
    const joined = (at) => /^[-/.–]$/.test(gap(at));
    /**
     * Return the year that follows a day, month or quarter at the index `at`: {year, to}; `year` is "" if none does.
     */
    const yearAfter = (at) => (is(at, "nam") && year(at + 1) ? { year: year(at + 1), to: at + 2 } : year(at) ? { year: year(at), to: at + 1 } : { year: "", to: at });
    /** Return the month, in digits or in words, at the index `at`: {month, to}; null if there is none. */
    function monthAt(at) {
      if (number(at, 1, 12)) return { month: number(at, 1, 12), to: at + 1 };
      const [name] = MONTHS.filter((parts) => isPhraseAt(sought, at, parts)).sort((a, b) => b.length - a.length);
      // "thang sau" is next month, and "tháng năm 2026" the month of May.
      return name && !is(at, "sau") ? { month: MONTH_OF[MONTHS.indexOf(name)], to: at + name.length } : null;
    }
    const add = (from, to, key, isSaid, by = 1) => found.push({ from, to, key, isSaid, by });

    for (let at = 0; at < sought.length; at++) {
      const start = is(at, "ngay") && !is(at, "thang") ? at + 1 : at, day = number(start, 1, 31), isSaid = start > at;
      if (day) {
        const isNamed = is(start + 1, "thang");
        const month = isNamed ? monthAt(start + 2) : joined(start) && number(start + 1, 1, 12) ? monthAt(start + 1) : null;
        const after = month && yearAfter(month.to);
        if (month && (after.year || isNamed || isSaid || gap(start) === "/")) {
          add(at, after.to, `${after.year}-${month.month}-${day}`, isSaid || isNamed);
          at = after.to - 1;
          continue;
        }
      }
      if (year(at) && number(at + 1, 1, 12) && number(at + 2, 1, 31) && gap(at) === "-" && gap(at + 1) === "-") {
        add(at, at + 3, `${year(at)}-${number(at + 1, 1, 12)}-${number(at + 2, 1, 31)}`, true);
        at += 2;
        continue;
      }
      const month = is(at, "thang") ? monthAt(at + 1) : number(at, 1, 12) && joined(at) && year(at + 1) ? monthAt(at) : null;
      if (month) {
        const after = yearAfter(month.to);
        add(at, after.to, `${after.year}-${month.month}`, is(at, "thang"));
        at = after.to - 1;
        continue;
      }
      const short = sought[at].folded.match(/^q([1-4])$/), of = is(at, "qui") && sought[at + 1] ? ROMAN[sought[at + 1].folded] || number(at + 1, 1, 4) : 0;
      if (short || of) {
        const after = yearAfter(at + (short ? 1 : 2));
        if (of || after.year) add(at, after.to, `${after.year}q${short ? short[1] : of}`, true);
        at = Math.max(at, after.to - 1);
        continue;
      }
      const first = is(at, "nam") && year(at + 1) ? at + 1 : at;
      if (!year(first) || AIM.has((sought[at - 1] || {}).folded)) continue;
      const isRange = (joined(first) || gap(first) === "đến") && year(first + 1);
      if (!isRange && !(first && year(first - 1))) add(at, first + 1, String(year(first)), first > at, ATTRIBUTE.year);
      at = first;
    }
    return found.map(({ key, ...date }) => ({ ...date, code: wordCode("@" + key) }));
  }

  /** Each run of words of a query that may be the name of a person or a body: [{from, to, code, by}]. */
  function names(sought) {
    const found = [];
    for (let to = 2; to <= sought.length; to++) {
      for (let from = to - 2; from >= Math.max(0, to - LONGEST_NAME); from--) {
        found.push({ from, to, code: nameCode(sought.slice(from, to), ["@"]), by: ATTRIBUTE.name });
      }
    }
    return found;
  }

  /** The attributes that a query may name: its dates, and runs of words that may be names. */
  const attributes = (sought, text) => [...dates(sought, text), ...names(sought)];

  /**
   * Return how far each document has the attributes that a query names: [{from, to, shares, by}].
   *
   * Attributes that no document has are left out. The attribute is named by the query's words from `from` up to `to`.
   * `shares` are by document, and `by` is the weight of the attribute. `listOf` gives the posting list of a code.
   */
  function attributed(query, listOf, n) {
    return query.attributes.flatMap(({ from, to, code, by }) => {
      const { documents, levels } = listOf(code), shares = new Map();
      for (let i = 0; i < documents.length; i++) {
        if (levels[i] === OWN || levels[i] === KIN) shares.set(documents[i], levels[i] === OWN ? 1 : ATTRIBUTE.kin);
      }
      return shares.size && shares.size < n ? [{ from, to, shares, by }] : [];
    });
  }

  thamsau.attributes = { attributes, attributed };
})();
