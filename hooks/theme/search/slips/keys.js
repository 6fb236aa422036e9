/**
 * Turns keys of the input methods Telex and VNI into marks, if the input method was off: "nghieepj" -> "nghiệp". The
 * keys may be typed anywhere in the word.
 */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { syllable } = thamsau.analysis;
  const VOWEL = /[aăâeêioôơuưy]/;
  const HATS = { a: "â", e: "ê", o: "ô" };
  const last = (letters, wanted) => letters.reduce((found, letter, at) => (wanted.includes(letter) ? at : found), -1);

  /** Put a horn or a breve where the keys w, 7 and 8 do: "uo" -> "ươ", else on the last letter that takes one. */
  function horned(letters, wanted) {
    const at = last(letters, wanted);
    if (at < 0) return false;
    const both = letters[at] === "o" && letters[at - 1] === "u" && at > 1 ? [at - 1, at] : letters[at] === "a" && letters[at - 1] === "u" && at > 1 ? [at - 1] : [at];
    for (const one of both) letters[one] = { u: "ư", o: "ơ", a: "ă" }[letters[one]];
    return true;
  }

  /**
   * Apply a key of Telex to the letters typed before it: change them, or set the tone. Return false if the key is a
   * letter.
   */
  function telex(key, letters, typed) {
    const tone = "fsrxj".indexOf(key);
    if (tone >= 0 && letters.some((letter) => VOWEL.test(letter))) return (typed.tone = String(tone + 1));
    if (key === "d" && letters[0] === "d") return (letters[0] = "đ");
    const same = HATS[key] ? letters.lastIndexOf(key) : -1;
    if (same >= 0) return (letters[same] = HATS[key]);
    return key === "w" && (horned(letters, "aou") || letters.push("ư"));
  }

  function vni(key, letters, typed) {
    if ("12345".includes(key)) return (typed.tone = String("21345".indexOf(key) + 1));
    if (key === "9" && letters[0] === "d") return (letters[0] = "đ");
    if (key === "7") return horned(letters, "ou");
    const at = key === "6" ? last(letters, "aeo") : key === "8" ? letters.lastIndexOf("a") : -1;
    return at >= 0 && (letters[at] = key === "8" ? "ă" : HATS[letters[at]]);
  }

  /**
   * The word meant by keys ("nghieepj", "luatja", "d9a3ng"): {folded, exact}, or null if the word has no such keys.
   */
  function keyed(word) {
    const isVni = /^\p{L}+[0-9]/u.test(word), method = isVni ? vni : telex;
    const before = syllable(word).exact.match(/^(.*?)([1-5]*)$/);
    const letters = [], typed = { tone: "" };
    let used = false;
    for (const key of isVni ? word : before[1]) {
      if (letters.length && method(key, letters, typed)) used = true;
      else letters.push(key);
    }
    const made = letters.join("");
    if (!used || /[0-9]/.test(made)) return null;
    const { folded, exact } = syllable(made.normalize("NFC"));
    return { folded, exact: exact + (typed.tone || (isVni ? "" : before[2])) };
  }

  thamsau.keys = { keyed, VOWEL };
})();
