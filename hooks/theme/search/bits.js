/** Reads the packed data of the index: numbers written as letters, and posting lists packed as bits. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});

  /** A reader of the numbers that letters.py wrote as letters, one after the other. */
  function reader(text) {
    let at = 0;
    const one = () => {
      let point = text.charCodeAt(at++);
      if (point === 0x23) return one() * 0x8000 + one();
      if (point >= 0xe000) point -= 0x800;
      if (point > 0x2029) point -= 2;
      return (point > 0x5c ? point - 1 : point) - 0x24;
    };
    return { one, more: () => at < text.length };
  }

  /** All numbers of a text that letters.py wrote. */
  function numbersIn(text) {
    const read = reader(text), found = [];
    while (read.more()) found.push(read.one());
    return found;
  }

  /** The bytes of a base64 text, and eight more, so that reading ahead need not check for the end. */
  function bytes(text) {
    const packed = atob(text), data = new Uint8Array(packed.length + 8);
    for (let i = 0; i < packed.length; i++) data[i] = packed.charCodeAt(i);
    return data;
  }

  /**
   * Return the Rice parameter (how many low bits of a gap are written uncoded) of a posting list of `frequency`
   * documents.
   *
   * It must be the same as that of rice_bits in bit_packing.py.
   */
  function riceBits(frequency, span) {
    let bits = 0;
    while (bits < 19 && frequency * 2 ** (bits + 1) * 16 <= 11 * span) bits++;
    return bits;
  }

  /**
   * Read the posting lists of some codes from a file that bit_packing.py wrote: code -> {documents, levels}.
   *
   * The result has only the codes that are in the file. `first` is the lowest code that the file may have, and
   * `levelBits` the number of bits of a level. Levels of three bits lack the last bit in lists of `coarse` documents or
   * more, and the last two bits in lists of more than half of all documents.
   */
  function postingLists(text, first, codes, levelBits, { span, coarse }) {
    const data = bytes(text), end = data.length * 8 - 64, wanted = new Set(codes), found = new Map();
    let at = 0;
    /** Return the next 32 bits without moving on. The last seven may be 0 instead of what they are. */
    const ahead = () => {
      const i = at >>> 3;
      return ((data[i] << 24) | (data[i + 1] << 16) | (data[i + 2] << 8) | data[i + 3]) << (at & 7);
    };
    const bits = (count) => {
      const value = count && ahead() >>> (32 - count);
      at += count;
      return value;
    };
    const number = () => {
      const below = bits(5) - 1;
      return below < 0 ? 0 : 2 ** below + (below > 16 ? bits(below - 16) * 0x10000 + bits(16) : bits(below));
    };
    /** A two-bit level, coded as in _LEVEL_CODES of bit_packing.py. */
    const codedLevel = () => {
      const ones = Math.min(3, Math.clz32(~ahead()));
      at += Math.min(3, ones + 1);
      return ones > 1 ? ones : 1 - ones;
    };
    for (let code = first - 1; at < end; ) {
      const step = number();
      if (!step) break;
      code += step;
      const frequency = number(), low = riceBits(frequency, span), isWanted = wanted.has(code);
      if (frequency > span) throw new RangeError("broken"); // else a broken file could stall the browser
      const dropped = frequency < coarse || levelBits < 3 ? 0 : 2 * frequency > span ? 2 : 1, stored = levelBits - dropped;
      const documents = isWanted ? new Int32Array(frequency) : null, levels = isWanted ? new Uint8Array(frequency) : null;
      for (let i = 0, document = -1; i < frequency; i++) {
        const ones = Math.clz32(~ahead());
        at += ones < 8 ? ones + 1 : 8;
        document += 1 + (ones < 8 ? ones * 2 ** low + bits(low) : bits(20));
        const level = stored === 2 ? codedLevel() : bits(stored);
        if (isWanted) (documents[i] = document), (levels[i] = (level << dropped) | dropped);
      }
      if (isWanted) found.set(code, { documents, levels });
    }
    return found;
  }

  thamsau.bits = { reader, numbersIn, postingLists };
})();
