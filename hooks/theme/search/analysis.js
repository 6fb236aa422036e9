/**
 * Analysis of text into the terms of the search: folded syllables, exact forms, document numbers.
 * hooks/infopage/language/analysis.py does the same in Python; tests/language/analysis.json keeps the two alike.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const TONES = { "\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5" };
  const MARKS = /[\u0300-\u036f]+/g;
  const NUMBER = /(^|[^0-9a-z\/-])([0-9]{1,5})[a-z]?(?: ?[\/-] ?((?:19|20)[0-9]{2}))? ?[\/-] ?([a-z][a-z0-9]{0,9}(?: ?[\/-] ?[a-z][a-z0-9]{0,9}){0,3})(?![0-9a-z])/g;
  const KHMER = "\\u1780-\\u17b3", CHINESE = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
  const LETTERS = `(?:(?![${KHMER}${CHINESE}])[\\p{L}\\p{N}])+`, ENDS = ".;:!?…\\n។。！？；：";
  // Khmer and Chinese have no spaces, so each Khmer syllable and each Chinese character is a word.
  const TOKEN = new RegExp(`${LETTERS}(?:[\\u0300-\\u036f\\uaa29-\\uaa36\\uaa43\\uaa4c\\uaa4d\\uaab0-\\uaac1]+(?:${LETTERS})?)*|[${KHMER}](?:\\u17d2[${KHMER}]|[\\u17b4-\\u17d1\\u17d3\\u17dd])*|[${CHINESE}]|[${ENDS}]`, "gu");
  const END = new RegExp(`^[${ENDS}]`);
  const memo = new Map();

  const iForY = (word) => word.replace(/([hklmst])y$|^(qu)y$/, "$1$2i");

  /**
   * The folded and the exact form of a word in NFC and lower case: {folded: "hoa", exact: "hoa1"} of "hoà" and "hòa".
   */
  function syllable(token) {
    let found = memo.get(token);
    if (found) return found;
    if (/^[\x00-\x7f]*$/.test(token)) {
      const plain = /^[0-9]+$/.test(token) ? token.replace(/^0+(?=.)/, "") : iForY(token);
      found = { folded: plain, exact: plain };
    } else {
      let letters = "", tones = "";
      for (const letter of token.normalize("NFD")) {
        if (TONES[letter]) tones += TONES[letter];
        else letters += letter;
      }
      found = { folded: iForY(letters.replace(/đ/g, "d").replace(/[ƀɓ]/g, "b").replace(MARKS, "")), exact: iForY(letters.normalize("NFC")) + tones };
    }
    if (memo.size > 20000) memo.clear();
    memo.set(token, found);
    return found;
  }

  /**
   * The words of a text with their positions in it: {folded, exact, token, start, end}, or null where a phrase ends.
   * If the positions matter, the text must already be in NFC.
   */
  function words(text) {
    const found = [];
    // Lower case can change the length of a text (İ), so each word is lowered separately.
    for (const match of text.matchAll(TOKEN)) {
      const token = match[0].replace(/İ/g, "i").toLowerCase().replace(/ς/g, "σ").replace(/[ðɖ]/g, "đ");
      if (END.test(token)) found.push(null);
      else found.push({ ...syllable(token), token, text: match[0], start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  const folded = (text) => text.normalize("NFC").toLowerCase().replace(/[đðɖ]/g, "d").normalize("NFD").replace(MARKS, "");

  /** Return the search keys of a document number, the least specific first: "16nq", "16nqtu" for 16-NQ/TU. */
  function numberKeys(number, year, parts) {
    const plain = number.replace(/^0+(?=.)/, "");
    const found = [];
    if (year) found.push(`${plain}.${year}`);
    found.push(plain + parts[0]);
    if (parts.length > 1) found.push(plain + parts.join(""));
    if (year) found.push(`${plain}.${year}${parts.join("")}`);
    return found;
  }

  /** Return the search keys of all document numbers in a text. */
  function numbers(text) {
    const levelled = folded(text).replace(/[‐‑‒–—−]/g, "-");
    const found = new Set();
    NUMBER.lastIndex = 0;
    for (let match; (match = NUMBER.exec(levelled)); ) {
      for (const key of numberKeys(match[2], match[3] || "", match[4].split(/ ?[\/-] ?/))) found.add(key);
    }
    return [...found];
  }

  const CRC = Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });

  /** The CRC-32 of a text's UTF-8, the same as zlib's. */
  function crc32(text) {
    let code = -1;
    const add = (byte) => (code = CRC[(code ^ byte) & 255] ^ (code >>> 8));
    for (const letter of text) {
      const point = letter.codePointAt(0);
      if (point < 0x80) add(point);
      else if (point < 0x800) add(0xc0 | (point >> 6)), add(0x80 | (point & 63));
      else {
        if (point < 0x10000) add(0xe0 | (point >> 12));
        else add(0xf0 | (point >> 18)), add(0x80 | ((point >> 12) & 63));
        add(0x80 | ((point >> 6) & 63)), add(0x80 | (point & 63));
      }
    }
    return ~code >>> 0;
  }

  /** Spread a CRC-32 value over 30 bits, so that similar values become very different (MurmurHash3's finalizer). */
  function mixed(code) {
    code ^= code >>> 16;
    code = Math.imul(code, 0x85ebca6b);
    code ^= code >>> 13;
    code = Math.imul(code, 0xc2b2ae35);
    return (code ^ (code >>> 16)) >>> 2;
  }

  /** The codes (hashes) by which the index has a word, given its search key, and a pair of words. */
  const wordCode = (key) => mixed(crc32(key));
  const pairCode = (first, second) => mixed(crc32(first)) ^ mixed((crc32(second) + 0x9e3779b9) | 0);

  /** The code of a whole title; it shares its leading bits with the code of the last word, so one file has both. */
  const titleCode = (words, last) => (last & ~0x3fff) | ((last + 1 + (crc32(words.join(" ")) % 0x3fff)) & 0x3fff);

  thamsau.analysis = { syllable, words, numbers, numberKeys, folded, wordCode, pairCode, titleCode };
})();
