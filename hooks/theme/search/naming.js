/** Provisions named in a query: "khoản 2 Điều 5", "mục III.2", "k2 đ5", "theo điểm a khoản một Điều năm". */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { folded } = thamsau.analysis;
  /** The names of provisions, outermost first. */
  const NAMES = "phụ lục|mẫu số|phần|chương|mục|tiểu mục|điều|khoản|điểm|tiết".split("|").map((name) => ({ kind: folded(name), words: name.split(" ") }));
  const OUTERMOST = NAMES.map(({ kind }) => kind);
  const SHORT = { d: "dieu", k: "khoan", pl: "phu luc", m: "muc", p: "phan", ch: "chuong" };
  const COUNTED = { nhất: 1, một: 1, mốt: 1, hai: 2, nhì: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9, mười: 10, mươi: 10 };
  const ROMAN = /^(?=.)(xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
  const setOf = (words) => new Set(words.split(" "));
  /** Words that join a provision to another, to its document or to the rest of a sentence. */
  const JOINING = setOf("cua thuoc tai trong theo o va");
  const LEADING = setOf("theo tai trong cua o neu quy dinh can cu");
  const LISTING = setOf(", - – va den hoac");
  const QUANTITIES = setOf("% ty ti trieu nghin ngan dong nguoi");
  const LAWS = setOf("luat bo hien van dieu");
  /** Words that end in the name of a provision, without the name: "danh mục", "quan điểm". */
  const COMPOUNDS = {
    muc: "danh hạng chuyên đề thư", diem: "quan thời địa trọng ưu khuyết nhược đặc cao thí tâm tiêu luận chấm tổng thang cộng trừ đạt", phan: "thành cổ góp một",
    khoan: "tài", chuong: "văn huy hiến", tiet: "chi thời", dieu: "giáo",
  };

  /** What people say before or after a provision when they ask: "cho tôi hỏi điều 5 luật giá quy định gì". */
  const phrases = (text) => text.split("|").map((phrase) => phrase.split(" "));
  const BEGINNING = phrases("cho tôi hỏi|cho em hỏi|cho mình hỏi|cho hỏi|xin hỏi|nội dung của|nội dung|toàn văn|xem|tìm|đọc|mở");
  const ENDING = phrases("quy định như thế nào|quy định thế nào|quy định ra sao|quy định những gì|quy định gì|nói về gì|nói gì|là gì|như thế nào|thế nào|ra sao");

  const tokensOf = (text) =>
    [...text.matchAll(/\p{L}+|\p{N}+|[^\s\p{L}\p{N}]/gu)].map(({ 0: raw, index }) => ({ raw, typed: raw.toLowerCase().replace(/[ðɖ]/g, "đ"), text: folded(raw), start: index, end: index + raw.length }));

  /**
   * Read the provisions that a query names: {spans, named, isSure}, or null if it names none. `spans` are the parts of the
   * text that name them and the words of a question, as [start, end]. Each of `named` has the names that
   * lead to a provision, in the order of the query: [{kind, values}]; "mục III.2" has two values. Unless `isSure`, the
   * words may mean something else.
   */
  function read(text, { kinds }) {
    const tokens = tokensOf(text), begins = new Set(Object.entries(kinds).flatMap(([name, short]) => [name.split(" ")[0], short]));
    const is = (at, word) => Boolean(tokens[at]) && (tokens[at].typed === word || tokens[at].typed.replace("đ", "d") === folded(word));
    const matches = (phrase, at) => phrase.every((word, i) => is(at + i, word));
    const isMarked = (at) => /[^\x00-\x7f]/.test(tokens[at].typed);
    const isGlued = (at) => Boolean(tokens[at] && tokens[at - 1]) && tokens[at].start === tokens[at - 1].end;
    const isSign = (at, signs) => Boolean(tokens[at]) && signs.includes(tokens[at].text);
    const isWord = (at) => Boolean(tokens[at]) && /[\p{L}\p{N}]/u.test(tokens[at].text);

    const isDocument = (at) => begins.has(tokens[at].text) || LAWS.has(tokens[at].text);
    const isCompound = (at) => {
      const { kind } = (at && nameAt(at)) || {};
      return Boolean(COMPOUNDS[kind]) && COMPOUNDS[kind].split(" ").some((word) => is(at - 1, word) && (isMarked(at - 1) || !LEADING.has(tokens[at - 1].text)));
    };

    /**
     * Tell whether a name of a provision may end before the word at `at`: the query ends there, or a document, another
     * provision or (unless `joining` is false) a joining word follows.
     */
    function isEnd(at, joining = true) {
      if (!isWord(at) || /^\d/.test(tokens[at].text) || nameAt(at)) return true;
      return isDocument(at) || is(at, "của") || (joining && JOINING.has(tokens[at].text));
    }

    function nameAt(at) {
      const found = NAMES.filter(({ words }) => matches(words, at)).pop();
      if (found) return { kind: found.kind, next: at + found.words.length, isMarked: found.words.some((_, i) => isMarked(at + i)) };
      const kind = tokens[at] && SHORT[tokens[at].text], next = isSign(at + 1, ".") ? at + 2 : at + 1;
      const follows = kind && tokens[next] && (next > at + 1 || isGlued(next) || kind === "phu luc");
      // "m3" and "p2" are no provisions, but "m.III" is one.
      const isNumber = follows && ((/^(dieu|khoan|phu luc)$/.test(kind) && /^\d{1,3}$/.test(tokens[next].text)) || (!/^(dieu|khoan)$/.test(kind) && ROMAN.test(tokens[next].text)));
      return isNumber ? { kind, next, isShort: true } : null;
    }

    /** Return one part of a number at the token `at`, such as III of "III.2": {value, next}; null if there is none. */
    function partAt(at, isUnmarked) {
      if (!tokens[at]) return null;
      const { raw, typed, text: word } = tokens[at], next = at + 1;
      if (/^\d{1,3}$/.test(word)) {
        const suffix = isGlued(next) && /^[a-zđ]$/.test(tokens[next].typed) && !(isGlued(next + 1) && isWord(next + 1)) ? keyOf(tokens[next].typed) : "";
        return { value: Number(word) + suffix, next: next + (suffix ? 1 : 0) };
      }
      const isUpper = raw !== typed && !(tokens[next] && isWord(next) && /^\p{Lu}+$/u.test(tokens[next].raw) && !isEnd(next));
      if (ROMAN.test(word) && typed === word && (word.length > 2 || isUpper || isEnd(next))) return { value: word, next };
      if (/^[a-zđ]$/.test(typed) && (isEnd(next) || !(isUnmarked || /[aeiouy]/.test(word)) || isUpper)) {
        const digit = isGlued(next) && /^\d$/.test(tokens[next].text);
        return { value: keyOf(typed) + (digit ? tokens[next].text : ""), next: next + (digit ? 1 : 0) };
      }
      return null;
    }

    const countedAt = (at) => Object.keys(COUNTED).find((word) => is(at, word));

    /** Return the number in words at the token `at`: "năm", "mười hai", "hai mươi lăm". */
    function countAt(at) {
      let value = 0, next = at;
      for (; next < at + 3 && tokens[next]; next++) {
        const word = countedAt(next);
        if (!word) break;
        value = COUNTED[word] === 10 && value ? value * 10 : value + COUNTED[word];
      }
      return value && isEnd(next) && !/^\d{4}$/.test((tokens[next] || {}).text) ? { value: String(value), next } : null;
    }

    /**
     * Return the whole number of a provision at the token `at`, such as III.2: {values, next}; null if there is none.
     */
    function numberAt(at, isUnmarked) {
      const first = partAt(at, isUnmarked) || countAt(at);
      if (!first) return null;
      const values = [first.value];
      let { next } = first;
      while (isGlued(next) && isGlued(next + 1) && (isSign(next, ".") || (isSign(next, "-/") && values.length === 1 && ROMAN.test(values[0])))) {
        const more = partAt(next + 1, isUnmarked);
        if (!more) break;
        values.push(more.value);
        ({ next } = more);
      }
      const isOther = isGlued(next) && (isWord(next) ? !nameAt(next) : isSign(next, "-/–") && isGlued(next + 1) && isWord(next + 1) && !isRange(next));
      return isOther ? null : { values, next };
    }

    /** Tell whether the sign at a token is that of a range ("5-7"), not one in the number of a document. */
    const isRange = (at) => isSign(at, "-–") && /^\d{1,3}$/.test(tokens[at + 1].text) && !(isGlued(at + 2) && (isWord(at + 2) || isSign(at + 2, "-/–")));

    function unitAt(at) {
      const name = nameAt(at);
      if (!name) {
        const bare = numberAt(at, false);
        return bare && bare.values.length > 1 && bare.values.slice(0, 2).some((one) => ROMAN.test(one)) && /\d/.test(bare.values.join("")) ? { ...bare, kind: "muc", isSure: true } : null;
      }
      let { kind, next } = name;
      while (isSign(next, ".:(")) next++;
      if (is(next, "số") || is(next, "thứ")) next++;
      const number = numberAt(next, !name.isMarked);
      if (!number) return kind === "phu luc" && !name.isShort && isEnd(name.next) ? { kind, values: [""], next: name.next, isSure: false } : null;
      const isCounted = !/^\d/.test(tokens[next].text), isInner = OUTERMOST.indexOf(kind) > OUTERMOST.indexOf("dieu");
      if (/^(dieu|chuong)$/.test(kind) && !/^\d/.test(number.values[0]) && !ROMAN.test(number.values[0])) return null;
      if (kind !== "dieu" && !isCounted && isSign(number.next, "%")) return null;
      if (isInner && !isCounted && ((tokens[number.next] && QUANTITIES.has(tokens[number.next].text)) || (kind === "diem" && isSign(number.next, ",") && isGlued(number.next + 1)))) return null;
      // "hai phần ba" is a fraction, and "5 điểm a" says how many.
      if (isCounted && kind === "phan" && at && (/^\d/.test(tokens[at - 1].text) || countedAt(at - 1)) && !ROMAN.test(number.values[0])) return null;
      return { kind, ...number, isShort: name.isShort, isSure: !isInner && !name.isShort && (name.isMarked || !isCounted), isFirm: isEnd(number.next, name.isMarked) };
    }

    /** The end of a list of further numbers: "5, 6 và 7". */
    function listEnd(at) {
      for (let more; LISTING.has((tokens[at] || {}).text) && (more = numberAt(at + 1, true)) && !nameAt(at + 1) && (more.values[0].length < 4); ) at = more.next;
      return at;
    }

    /**
     * Return the provision that begins at the token `at`, with those that contain it: {units, from, next}; null if none
     * does.
     */
    function placeAt(at) {
      const units = [];
      let next = at;
      for (let from = at, unit; (unit = unitAt(from)); ) {
        if (!units.some(({ kind }) => kind === unit.kind)) units.push(unit);
        next = from = listEnd(unit.next);
        while (isSign(from, ",;.)/-–")) from++;
        if (tokens[from] && JOINING.has(tokens[from].text)) from++;
      }
      const [{ kind, isShort, isFirm } = {}] = units;
      if (!units.length || units.length > 1) return units.length ? { units, next } : null;
      if (isShort) return hasDocument ? { units, next } : null;
      return isFirm || OUTERMOST.indexOf(kind) <= OUTERMOST.indexOf("dieu") ? { units, next } : null;
    }

    /** The parts of a question that name neither a provision nor a document. */
    function asking(found) {
      const first = BEGINNING.find((phrase) => matches(phrase, 0));
      const end = tokens.findIndex(({ typed, start }, at) => start > found[0].span[0] && (typed === "thì" || ENDING.some((phrase) => matches(phrase, at))));
      return [...(first ? [[0, tokens[first.length - 1].end]] : []), ...(end > 0 ? [[tokens[end].start, text.length]] : [])];
    }

    const hasDocument = tokens.some((_, at) => isDocument(at)) || /\d[\/-]\S/.test(text), found = [];
    for (let at = 0; at < tokens.length; at++) {
      const place = (!isGlued(at) || !isWord(at - 1)) && !(isGlued(at) && isSign(at - 1, ".")) && !isCompound(at) && placeAt(at);
      if (!place) continue;
      let from = at, to = place.next;
      while (from && LEADING.has(tokens[from - 1].text)) from--;
      if (tokens[to] && isWord(to) && JOINING.has(tokens[to].text)) to++;
      found.push({ ...place, span: [tokens[from].start, tokens[to - 1].end] });
      at = to - 1;
    }
    if (!found.length) return null;
    const spans = [...found.map(({ span }) => span), ...asking(found)];
    const isSure = found.some(({ units }) => units.length > 1 || units[0].isSure);
    return { spans, named: found.map(({ units }) => units), isSure };
  }

  const keyOf = (letter) => (letter === "đ" ? "dd" : letter);

  thamsau.naming = { read, NAMES, OUTERMOST, ROMAN };
})();
