// Search in the browser: the query is planned as jbakb/search/plan.py does, and the impacts of search-index.js are added
// up as jbakb/search/ranking.py does. All German beyond folding and splitting was done when the site was built.
"use strict";
(() => {
  const WHOLE = "=";
  const EXACT = 1.0, JOINED = 1.1, PART = 0.75, PREFIX = 0.6, NEAR = 0.7, CITED = 8.0, WHOLLY = 2.0, LITTLE = 1.0, LEAST = 0.25;
  const LONGEST_PHRASE = 8, LONGEST_QUERY = 40, LONGEST_TEXT = 2000, LONGEST_WORD = 80, MOST_PREFIXED = 24, MOST_NEAR = 6;
  const BEGUN = 2.0, GOING_ON = 0.8, SHORTEST_BEGUN = 3, MOST_BEGUN = 24, GROWING = 0.4, SHORTEST_GROWING = 4;
  const UNFINISHED = /(?:ung|heit|keit|schaft|ion|tat)s$/;
  const FIRST = 35, BASE = 57;

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

  const letters = (text) => {
    let mask = 0;
    for (let place = 0; place < text.length; place += 1) mask |= 1 << (text.charCodeAt(place) % 31);
    return mask;
  };
  const bits = (value) => { let count = 0; for (let rest = value; rest; rest &= rest - 1) count += 1; return count; };

  class Index {
    constructor(data) {
      this.documents = data.documents;
      this.size = data.documents.url.length;
      this.areas = data.areas || {};
      this.data = data;
      this.stem = stemmer(data.endings);
      this.stopwords = new Set(data.stopwords.split(" "));
      this.laws = new Set(data.laws.split(" "));
      this.terms = data.terms ? data.terms.split("\n") : [];
      this.places = new Map(this.terms.map((term, place) => [term, place]));
      const reader = (text, at = 0) => {
        return () => {
          let code = text.charCodeAt(at++) - FIRST, high = 0;
          if (code > BASE) { high = code - BASE - 1; code = text.charCodeAt(at++) - FIRST; }
          return high * BASE + code;
        };
      };
      const count = reader(data.counts), number = reader(data.numbers), impact = reader(data.impacts);
      this.starts = new Uint32Array(this.terms.length + 1);
      for (let place = 0; place < this.terms.length; place += 1) this.starts[place + 1] = this.starts[place] + count();
      const total = this.starts[this.terms.length];
      this.numbers = new Uint32Array(total);
      this.impacts = new Uint16Array(total);
      for (let place = 0; place < this.terms.length; place += 1) {
        let before = -1;
        for (let at = this.starts[place]; at < this.starts[place + 1]; at += 1) {
          before += number();
          this.numbers[at] = before;
          this.impacts[at] = impact();
        }
      }
      this.single = this.terms.filter((term) => term[0] !== "=" && term[0] !== "§");
      this.names = this.terms.filter((term) => term[0] === "=");
      this.masks = Int32Array.from(this.single, letters);
    }

    has(term) { return this.places.has(term); }

    // A word or phrase as one term.
    key(text) { return words(text.slice(0, LONGEST_TEXT)).flatMap((word) => word.split("-")).map(this.stem).join(" "); }

    // The documents that are called so.
    exact(key) {
      const place = this.places.get(WHOLE + key);
      return place === undefined ? [] : [...this.numbers.subarray(this.starts[place], this.starts[place + 1])];
    }

    // A term as a document spells it: the shortest word of a title or of the glossary that begins with it.
    spelled(term) {
      let best = "";
      const look = (text) => {
        for (const word of text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) || []) {
          if ((!best || word.length < best.length) && this.stem(fold(word.replace(/-/g, ""))) === term) best = word;
        }
      };
      this.documents.words.flat().forEach(look);
      this.documents.title.forEach(look);
      return best || term;
    }

    plan(text) {
      const found = words(text.slice(0, LONGEST_TEXT)).slice(0, LONGEST_QUERY).map((word) => word.slice(0, LONGEST_WORD));
      const clauses = cited(text.slice(0, LONGEST_TEXT), this.laws)
        .map((term) => ({ terms: new Map([[term, term.includes(".") ? CITED : 1.0]]), asked: term.includes(".") }));
      const parts = found.flatMap((word) => word.split("-"));
      let content = found.filter((word) => !this.stopwords.has(word));
      if (!content.length) content = found;
      content.forEach((word, place) => {
        const terms = this.alternatives(word, content[place - 1] || "", content[place + 1] || "");
        const named = this.has(WHOLE + this.stem(word)), known = terms.has(this.stem(word));
        // A name of the glossary that is a little word too (AB): what begins like it is meant less.
        if (named && !known) for (const [term, weight] of terms) terms.set(term, weight / 2);
        clauses.push({ terms, asked: true });
        if (content.length === 1 && !named && !known) {
          const whole = new Map([...terms].map(([term, weight]) => [WHOLE + term, weight]).filter(([term]) => this.has(term)));
          clauses.push({ terms: whole, asked: false });
        }
      });
      if (content.length < found.length) {
        const little = new Set(found.filter((word) => this.stopwords.has(word)).map(this.stem).filter((term) => this.has(term)));
        for (const term of [...little].sort()) clauses.push({ terms: new Map([[term, LITTLE]]), asked: false });
      }
      for (let place = 0; place < content.length - 2; place += 1) {
        const run = this.stem(content.slice(place, place + 3).join("").replace(/-/g, ""));
        clauses.push({ terms: new Map([run, WHOLE + run].filter((term) => this.has(term)).map((term) => [term, 2 * JOINED])), asked: false });
      }
      if (parts.length === 2) {
        const whole = new Map([...this.joints(...parts)].map((joint) => WHOLE + joint).filter((term) => this.has(term)).map((term) => [term, 1.0]));
        clauses.push({ terms: whole, asked: false });
      }
      const name = WHOLE + parts.join(" "), stems = parts.map(this.stem);
      if (this.has(name) && name !== WHOLE + stems.join(" ")) clauses.push({ terms: new Map([[name, 1.0]]), asked: false });
      this.phrases(stems, clauses);
      clauses.push({ terms: this.begun(parts, stems), asked: false });
      return clauses.filter((clause) => clause.terms.size || clause.asked);
    }

    *joints(one, other) {
      const first = one.replace(/-/g, ""), second = other.replace(/-/g, "");
      for (const link of ["", "s", "n", "en", "er", "es"]) yield this.stem(first + link + second);
      if (first.endsWith("e")) {
        yield this.stem(first.slice(0, -1) + second);
        yield this.stem(`${first.slice(0, -1)}s${second}`);
      }
    }

    alternatives(word, before, after) {
      const whole = word.replace(/-/g, ""), terms = new Map();
      const add = (term, weight) => terms.set(term, Math.max(terms.get(term) || 0, weight));
      if (this.has(this.stem(whole))) terms.set(this.stem(whole), EXACT);
      for (const [first, second] of [[before, word], [word, after]]) {
        if (first && second) for (const joint of this.joints(first, second)) if (this.has(joint)) add(joint, JOINED);
      }
      if (word.includes("-")) {
        for (const part of word.split("-")) if (!this.stopwords.has(part) && this.has(this.stem(part))) add(this.stem(part), PART);
      }
      if (terms.size && !after && whole.length >= SHORTEST_GROWING) {
        for (const [term, weight] of this.prefixed(whole)) if (!terms.has(term)) terms.set(term, GROWING * weight);
      }
      if (terms.size || whole.length < 2) return terms;
      const pieces = this.split(whole);
      for (const piece of pieces) add(piece, PART);
      for (const [term, weight] of this.prefixed(whole)) terms.set(term, weight);
      if (![...terms.values()].some((weight) => weight > 0.4) || pieces.length !== 1) {
        for (const [term, weight] of this.near(whole)) add(term, weight);
      }
      return terms;
    }

    split(word) {
      const best = new Map([[word.length, []]]);
      for (let start = word.length - 3; start >= 0; start -= 1) {
        for (let end = word.length; end > start + 2; end -= 1) {
          if (!best.has(end)) continue;
          const part = word.slice(start, end), term = this.stem(part);
          if (term.length > 2 && this.has(term) && !this.stopwords.has(part)) {
            const rest = [term, ...best.get(end)];
            if (!best.has(start) || rest.length < best.get(start).length) best.set(start, rest);
          }
        }
      }
      return best.get(0) || [];
    }

    // All of some sorted terms that begin with a text.
    beginning(sorted, text) {
      let low = 0, high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle] < text) low = middle + 1; else high = middle;
      }
      let end = low;
      while (end < sorted.length && sorted[end].startsWith(text)) end += 1;
      return sorted.slice(low, end);
    }

    prefixed(word) {
      const found = this.beginning(this.single, word).sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
      return found.slice(0, MOST_PREFIXED).map((term) => [term, PREFIX * (0.5 + 0.5 * word.length / term.length)]);
    }

    begun(parts, stems) {
      const last = parts[parts.length - 1], found = new Map();
      if (!parts.length || (parts.length === 1 && last.length < SHORTEST_BEGUN)) return found;
      const before = WHOLE + [...stems.slice(0, -1), ""].join(" "), end = stems[stems.length - 1];
      const add = (start, weight) => { for (const name of this.beginning(this.names, start)) found.set(name, weight * start.length / name.length); };
      if (parts.length > 1 || !this.has(end) || UNFINISHED.test(last)) add(before + last, BEGUN);
      if (parts.length > 1) add(`${before}${end} `, GOING_ON);
      return new Map([...found].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, MOST_BEGUN));
    }

    near(word) {
      const key = this.stem(word), most = key.length < 4 ? 0 : key.length < 6 ? 1 : 2;
      if (!most || key.length > 80) return [];
      const mask = letters(key), found = [];
      for (let place = 0; place < this.single.length; place += 1) {
        const term = this.single[place];
        if (Math.abs(term.length - key.length) > most || bits(mask ^ this.masks[place]) > 2 * most) continue;
        const far = distance(key, term, most);
        if (far <= most) found.push([far + (term[0] === key[0] ? 0 : 0.5), term]);
      }
      found.sort((one, other) => one[0] - other[0] || (one[1] < other[1] ? -1 : 1));
      return found.filter(([far]) => far < found[0][0] + 1).slice(0, MOST_NEAR).map(([far, term]) => [term, NEAR - 0.2 * (far - 1)]);
    }

    phrases(stems, clauses) {
      for (let start = 0; start < stems.length; start += 1) {
        for (let end = start + 1; end <= Math.min(stems.length, start + LONGEST_PHRASE); end += 1) {
          const key = stems.slice(start, end).join(" ");
          if (this.has(WHOLE + key)) clauses.push({ terms: new Map([[WHOLE + key, end - start === stems.length ? WHOLLY : (end - start) / stems.length]]), asked: false });
          const terms = new Map();
          for (const [other, weight] of Object.hasOwn(this.data.expansions, key) ? this.data.expansions[key] : []) {
            const known = this.has(other) ? [other] : other.split(" ").filter((part) => !this.stopwords.has(part) && this.has(part));
            for (const term of known) terms.set(term, Math.max(terms.get(term) || 0, weight));
          }
          if (terms.size) clauses.push({ terms, asked: false });
        }
      }
    }

    score(clauses) {
      const scores = new Float64Array(this.size), covered = new Float64Array(this.size), reached = new Float64Array(this.size);
      let total = 0;
      for (const { terms, asked } of clauses) {
        let rarest = 0;
        const touched = [];
        for (const [term, weight] of terms) {
          const place = this.places.get(term);
          if (place === undefined) continue;
          const count = this.starts[place + 1] - this.starts[place];
          const worth = Math.log1p((this.size - count + 0.5) / (count + 0.5)) * weight;
          rarest = Math.max(rarest, worth);
          for (let at = this.starts[place]; at < this.starts[place + 1]; at += 1) {
            const number = this.numbers[at], gained = worth * this.impacts[at];
            if (!reached[number]) touched.push(number);
            if (gained > reached[number]) reached[number] = gained;
          }
        }
        if (asked) total += rarest;
        for (const number of touched) {
          scores[number] += reached[number];
          if (asked) covered[number] += rarest;
          reached[number] = 0;
        }
      }
      if (total) for (let number = 0; number < this.size; number += 1) scores[number] *= LEAST + (1 - LEAST) * covered[number] / total;
      return scores;
    }

    search(text, { limit = 10, area = "", kind = "" } = {}) {
      const clauses = this.plan(text), scores = this.score(clauses), { documents } = this;
      const ranked = [];
      for (let number = 0; number < this.size; number += 1) if (scores[number] > 0) ranked.push(number);
      ranked.sort((one, other) => Math.round(scores[other] * 1e6) - Math.round(scores[one] * 1e6) || one - other);
      const hits = [], seen = new Set();
      for (const number of ranked) {
        const path = documents.path[number];
        if (seen.has(path) || (area && documents.area[number] !== area) || (kind && documents.kind[number] !== kind)) continue;
        seen.add(path);
        if (hits.length === limit) continue; // only counted
        hits.push({
          rank: hits.length + 1, id: documents.id[number], url: documents.url[number], path, title: documents.title[number],
          kind: documents.kind[number], area: documents.area[number], score: Math.round(scores[number] * 1e4) / 1e4,
          words: documents.words[number], summary: documents.summary[number],
        });
      }
      hits.total = seen.size;
      return hits;
    }

    // Words of a query that no document has, each with what is nearest: „Meinten Sie …“.
    corrections(text) {
      const found = [];
      for (const word of words(text.slice(0, LONGEST_TEXT)).slice(0, LONGEST_QUERY)) {
        const whole = word.replace(/-/g, "");
        if (this.stopwords.has(word) || this.has(this.stem(whole)) || word.includes("-") || this.split(whole).length || this.prefixed(whole).length) continue;
        for (const [near] of this.near(whole).slice(0, 1)) found.push([word, near]);
      }
      return found;
    }
  }

  const jbakb = { Index, fold, words, cited };
  if (typeof module !== "undefined") { module.exports = jbakb; return; }

  const script = document.currentScript;
  const base = new URL("../../", script.src);
  let loading = null;
  // The index comes as a script, since a page from a file share must not fetch.
  const load = () => {
    loading ||= new Promise((resolve, reject) => {
      const tag = document.createElement("script");
      tag.src = new URL("search-index.js", script.src).href;
      tag.onload = () => {
        resolve(new Index(window.jbakbIndex));
        delete window.jbakbIndex;
      };
      tag.onerror = () => { loading = null; reject(new Error("search-index.js")); };
      document.head.append(tag);
    });
    return loading;
  };
  window.jbakb = Object.assign(window.jbakb || {}, {
    base,
    load,
    search: (text, limit = 10, { area = "", kind = "" } = {}) => load().then((index) => index.search(String(text), { limit, area, kind })
      .map(({ rank, url, path, title, kind: sort, area: where, score }) => ({ query: String(text), rank, url, path, title, kind: sort, area: where, score }))),
  });
})();
