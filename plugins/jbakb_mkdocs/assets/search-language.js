// The little German that the browser needs for a query: as jbakb/search/analysis.py and citations.py, and the distance
// of words. Everything else was done when the site was built.
"use strict";
(() => {
  const fold = (text) => text.toLowerCase()
    .replace(/[äáà]/g, "a").replace(/ö/g, "o").replace(/ü/g, "u").replace(/ß/g, "ss").replace(/[éè]/g, "e")
    .replace(/([ao])e/g, "$1").replace(/(^|[^aeioq])ue/g, "$1u");

  const words = (text) => {
    const plain = text.normalize("NFC").replace(/\u00ad/g, "").replace(/[\u2010\u2011]/g, "-").toLowerCase()
      .replace(/([a-zäöüß])(?:[*:_·/]-?|\()in(nen)?\)?(?![a-zäöüß])/g, (_all, letter, many) => letter + "in" + (many || ""));
    return (plain.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) || []).map(fold);
  };

  const stemmer = (endings) => (word) => {
    if (/\p{N}$/u.test(word)) return word;
    for (const [ending, instead, least] of endings) {
      if (!word.endsWith(ending) || word.length - ending.length < least) continue;
      const rest = word.slice(0, word.length - ending.length);
      if (ending === "s" && /[suie]$/.test(rest)) continue;
      if (ending === "n" && /(?:ion|in|an|on|un|nn)$/.test(word)) continue;
      return rest + instead;
    }
    return word;
  };

  const SIGNS = new Set(["paragraph", "paragraf", "par", "art", "artikel"]);
  const SUBDIVISIONS = new Set("abs absatz satz s nr nummer hs halbsatz buchst alt".split(" "));
  const BETWEEN = new Set("und oder sowie bis ff f i v m vm iv des der dem".split(" "));
  const BOOKS = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10, xi: 11, xii: 12, xiii: 13, xiv: 14 };
  for (let book = 1; book < 15; book += 1) BOOKS[book] = book;

  // As jbakb/search/citations.py.
  const cited = (text, laws) => {
    const pieces = (text.toLowerCase().match(/§+|\p{Nd}+\s?[a-z](?![\p{L}\p{N}])|\p{Nd}+|\p{L}+|[;!?]/gu) || []).map((piece) => piece.replace(/ /g, ""));
    const found = new Set();
    let pending = [], bare = "", last = "", opened = false, skipped = false;
    const settle = (law) => {
      for (const number of pending) {
        found.add(`§${number}`);
        if (law) found.add(`§${number}.${law}`);
      }
      pending = [];
    };
    for (let place = 0; place < pieces.length; place += 1) {
      const piece = pieces[place];
      let law = "";
      if (piece === "sgb" && Object.hasOwn(BOOKS, pieces[place + 1] || "")) {
        law = `sgb${BOOKS[pieces[place + 1]]}`;
        place += 1;
      } else if (piece.startsWith("sgb") && Object.hasOwn(BOOKS, piece.slice(3))) law = `sgb${BOOKS[piece.slice(3)]}`;
      else if (laws.has(piece)) law = piece;
      if (law) {
        if (bare) pending.push(bare);
        settle(law);
        last = law; bare = ""; opened = skipped = false;
      } else if (piece[0] === "§" || SIGNS.has(piece)) {
        opened = true; skipped = false; bare = "";
      } else if (/^\p{Nd}/u.test(piece)) {
        if (skipped) continue;
        if (opened || last) { pending.push(piece); bare = ""; } else {
          bare = piece;
          if (!/\p{Nd}$/u.test(piece)) found.add(`§${piece}`);
        }
      } else if (SUBDIVISIONS.has(piece)) skipped = true;
      else if (!BETWEEN.has(piece)) {
        settle(last);
        opened = skipped = false; bare = last = "";
      }
    }
    settle(last);
    return [...found];
  };

  // Distance with swapped neighbours (optimal string alignment), or more than `most`.
  const distance = (one, other, most) => {
    const width = other.length + 1;
    let older = new Uint8Array(width), old = new Uint8Array(width), row = new Uint8Array(width);
    for (let column = 0; column < width; column += 1) old[column] = column;
    for (let line = 1; line <= one.length; line += 1) {
      row[0] = line;
      let least = line;
      for (let column = 1; column < width; column += 1) {
        const same = one.charCodeAt(line - 1) === other.charCodeAt(column - 1);
        let value = Math.min(old[column] + 1, row[column - 1] + 1, old[column - 1] + (same ? 0 : 1));
        if (line > 1 && column > 1 && one.charCodeAt(line - 1) === other.charCodeAt(column - 2)
          && one.charCodeAt(line - 2) === other.charCodeAt(column - 1)) value = Math.min(value, older[column - 2] + 1);
        row[column] = value;
        if (value < least) least = value;
      }
      if (least > most) return most + 1;
      [older, old, row] = [old, row, older];
    }
    return old[other.length];
  };

  // A bit per letter: words whose bits differ a lot cannot be near.
  const letters = (text) => {
    let mask = 0;
    for (let place = 0; place < text.length; place += 1) mask |= 1 << (text.charCodeAt(place) % 31);
    return mask;
  };
  const bits = (value) => { let count = 0; for (let rest = value; rest; rest &= rest - 1) count += 1; return count; };

  const language = { BOOKS, fold, words, stemmer, cited, distance, letters, bits };
  if (typeof module !== "undefined") module.exports = language;
  else (window.jbakb ||= {}).language = language;
})();
