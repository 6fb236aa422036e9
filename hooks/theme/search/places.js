/** Finds the provision that a query names (naming.js) among those of a document (outputs/search/places.py). */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { NAMES, OUTERMOST, ROMAN } = thamsau.naming;

  /** The provisions that places.py listed: [{parts, heading}]; the `parts` are those of an anchor. */
  function provisions(listed) {
    let before = [];
    return listed.flatMap((text, at) =>
      at % 2 ? [] : text.split(" ").filter(Boolean).map((code, first) => {
        const same = code.search(/[^.]/);
        before = [...before.slice(0, same), ...code.slice(same).split(".")];
        return { parts: before, heading: at && !first ? listed[at - 1] : "" };
      }),
    );
  }

  const KINDS = { "phu-luc": "phu luc", "kem-theo": "kem theo", mau: "mau so", phan: "phan", chuong: "chuong", muc: "muc", "tieu-muc": "tieu muc", dieu: "dieu" };
  const NAMED = new RegExp(`^(${Object.keys(KINDS).join("|")})(?:-(.+))?$`);

  /** A part of an anchor: its kind (I: a Roman numeral or capital, 1: a number, a: a small letter) and its number. */
  function partOf(text) {
    const part = text.replace(/~.*/, ""), named = part.match(NAMED);
    if (named) return { kind: KINDS[named[1]], value: named[2] || "" };
    const kind = /^[A-Z]+$/.test(part) ? "I" : /^\d+[a-z]{0,2}$/.test(part) ? "1" : /^[a-z]{1,4}\d?$/.test(part) ? "a" : "";
    return { kind, value: part.toLowerCase() };
  }

  /**
   * How well the name of a provision in a query fits each kind of part of an anchor. Documents of the Party do not name
   * their divisions strictly, so several kinds may fit one name.
   */
  const FITTING = {
    "phu luc": { "phu luc": 3 }, "mau so": { "mau so": 3 }, phan: { phan: 3, I: 2 }, chuong: { chuong: 3 }, muc: { muc: 3, I: 3, 1: 1 },
    "tieu muc": { "tieu muc": 3, 1: 1 }, dieu: { dieu: 3 }, khoan: { 1: 3, a: 1 }, diem: { a: 3, 1: 2 }, tiet: { a: 3, 1: 2 }, "": { 1: 3, a: 3, I: 3 },
  };
  const DIGITS = "ivxl", WORTH = [1, 5, 10, 50];

  function numberOf(value) {
    if (!ROMAN.test(value)) return /^\d+$/.test(value) ? Number(value) : 0;
    const worth = [...value].map((sign) => WORTH[DIGITS.indexOf(sign)]);
    return worth.reduce((sum, one, at) => sum + (worth[at + 1] > one ? -one : one), 0);
  }

  function fit(step, { kind, value }) {
    const good = FITTING[step.kind][kind];
    if (!good) return 0;
    if (value === step.value || (step.kind === "phu luc" && !step.value)) return good;
    // "mục 2" may be "II-", but neither is "mục II" ever "2." nor "mục 2.1" "II.1".
    const isOther = kind === "a" || (kind === "1" && ROMAN.test(step.value)) || (kind === "I" && step.isLong);
    return !isOther && numberOf(value) && numberOf(value) === numberOf(step.value) ? good - 0.5 : 0;
  }

  /** The cost of each part of an anchor that the query does not name, by its kind. */
  const UNNAMED = { "phu luc": 5, "kem theo": 5, "mau so": 5, dieu: 3, 1: 3, a: 3, I: 3 };

  /**
   * Return how well a provision fits the steps (names and numbers) in a query: {worth, isLoose}; null if it does not.
   *
   * `parts` are those of the provision's anchor. `isLoose` tells that levels between those named are missing in the
   * query.
   */
  function fitting(parts, steps) {
    let worth = 0, isLoose = false, at = steps.length - 1;
    for (let i = parts.length - 1; i >= 0; i--) {
      const good = at >= 0 ? fit(steps[at], parts[i]) : 0;
      if (good) (worth += good), at--;
      else if (i === parts.length - 1) return null;
      else (worth -= UNNAMED[parts[i].kind] || 0.5), (isLoose = isLoose || UNNAMED[parts[i].kind] !== 5);
    }
    return at < 0 ? { worth, isLoose } : null;
  }

  /**
   * Return the steps to a provision in each order in which a query may name them: outermost first, as typed, or
   * reversed.
   */
  function orders(units) {
    const ranked = [...units].sort((a, b) => OUTERMOST.indexOf(a.kind) - OUTERMOST.indexOf(b.kind));
    return [ranked, units, [...units].reverse()].map((order) =>
      order.flatMap(({ kind, values }, i) => {
        // "điểm 2.1 khoản 2" names khoản 2 twice.
        const above = i && values.length > 1 ? order[i - 1].values : [], rest = above[above.length - 1] === values[0] ? values.slice(1) : values;
        return rest.map((value, at) => ({ kind: at ? "" : kind, value, isLong: values.length > 1 }));
      }),
    );
  }

  /** The first provision of a document among those that a query names (naming.js): {anchor, title}, or null. */
  function find(listed, named) {
    const all = provisions(listed);
    for (const steps of named.flatMap(orders)) {
      let best = null, isTied = false;
      for (const one of all) {
        const found = fitting(one.parts.map(partOf), steps);
        if (found && best && found.isLoose && found.worth === best.worth) isTied = true;
        if (found && (!best || found.worth > best.worth)) (best = { ...one, ...found }), (isTied = false);
      }
      if (best && !isTied) return { anchor: best.parts.join("."), title: titleOf(all, best) };
    }
    return null;
  }

  /** The nearest heading of a provision, and how to cite what is in it: "Điều 5. Thời hạn › khoản 2". */
  function titleOf(all, { parts }) {
    const holds = (other) => other.heading && other.parts.every((part, at) => part === parts[at]);
    const holder = all.filter(holds).pop() || { parts: [], heading: "" };
    return [holder.heading, ...parts.slice(holder.parts.length).map(cited)].filter(Boolean).join(" › ");
  }

  function cited(text) {
    const { kind, value } = partOf(text), letter = value === "dd" ? "đ" : value;
    const name = { 1: "khoản", a: "điểm", I: "mục" }[kind];
    if (name) return `${name} ${kind === "I" ? value.toUpperCase() : letter}`;
    const named = NAMES.find((one) => one.kind === kind);
    return named ? `${named.words.join(" ")} ${/^[ivxl]/.test(value) ? value.toUpperCase() : value}`.trim().replace(/^./, (first) => first.toUpperCase()) : "";
  }

  /** The first provision that a query names, in full words: "khoản 2 điều 5" for "k2 đ5". */
  function inWords([units]) {
    const spelt = (value, kind) => (ROMAN.test(value) && !/^(diem|tiet)$/.test(kind) ? value.toUpperCase() : value === "dd" ? "đ" : value);
    return units.map(({ kind, values }) => `${NAMES.find((one) => one.kind === kind).words.join(" ")} ${values.map((value) => spelt(value, kind)).join(".")}`.trim()).join(" ");
  }

  thamsau.places = { find, inWords };
})();
