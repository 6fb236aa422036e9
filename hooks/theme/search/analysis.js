/**
 * Words of Vietnamese text as the search knows them: folded syllables, exact variants, document numbers.
 * The twin of hooks/infopage/language/analysis.py; tests/language/analysis.json holds the two together.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const TONES = { "\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5" };
  const MARKS = /[\u0300-\u036f]+/g;
  const NUMBER = /(^|[^0-9a-z\/-])([0-9]{1,5})[a-z]?(?: ?[\/-] ?((?:19|20)[0-9]{2}))? ?[\/-] ?([a-z][a-z0-9]{0,9}(?: ?[\/-] ?[a-z][a-z0-9]{0,9}){0,3})(?![0-9a-z])/g;
  const memo = new Map();

  const iForY = (word) => word.replace(/([hklmst])y$|^(qu)y$/, "$1$2i");

  /** {folded, exact} of a word in NFC and lower case: "hoà" and "hòa" are both {folded: "hoa", exact: "hoa1"}. */
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
      found = { folded: iForY(letters.replace(/đ/g, "d").replace(MARKS, "")), exact: iForY(letters.normalize("NFC")) + tones };
    }
    if (memo.size > 20000) memo.clear();
    memo.set(token, found);
    return found;
  }

  /**
   * The words of a text with their places in it, null where a phrase ends: {folded, exact, token, start, end}.
   * The text must be in NFC already where the places matter.
   */
  function words(text) {
    const found = [];
    // Lower case can change a text's length (İ), so each word is lowered by itself.
    const pattern = /[\p{L}\p{N}]+|[.;:!?…\n]/gu;
    for (let match; (match = pattern.exec(text)); ) {
      const token = match[0].replace(/İ/g, "i").toLowerCase().replace(/ς/g, "σ");
      if (/^[.;:!?…\n]/.test(token)) found.push(null);
      else found.push({ ...syllable(token), token, text: match[0], start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  const folded = (text) => text.normalize("NFC").toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(MARKS, "");

  /** The keys of a document's number, the widest first. */
  function numberKeys(number, year, parts) {
    const plain = number.replace(/^0+(?=.)/, "");
    const found = [];
    if (year) found.push(`${plain}.${year}`);
    found.push(plain + parts[0]);
    if (parts.length > 1) found.push(plain + parts.join(""));
    if (year) found.push(`${plain}.${year}${parts.join("")}`);
    return found;
  }

  /** The numbers of documents that a text names, under the keys they are sought by. */
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

  /** CRC-32 of a text's UTF-8, as zlib's. */
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

  /** 30 bits in which near codes are far apart (MurmurHash3's last step). */
  function mixed(code) {
    code ^= code >>> 16;
    code = Math.imul(code, 0x85ebca6b);
    code ^= code >>> 13;
    code = Math.imul(code, 0xc2b2ae35);
    return (code ^ (code >>> 16)) >>> 2;
  }

  /** The code that a key is found by. */
  const wordCode = (key) => mixed(crc32(key));
  const pairCode = (first, second) => mixed(crc32(first)) ^ mixed((crc32(second) + 0x9e3779b9) | 0);

  /** The code of a whole title, beside that of its last word. */
  const titleCode = (words, last) => (last & ~0xff) | ((last + 1 + (crc32(words.join(" ")) % 0xff)) & 0xff);

  thamsau.analysis = { syllable, words, numbers, numberKeys, folded, wordCode, pairCode, titleCode };
})();
