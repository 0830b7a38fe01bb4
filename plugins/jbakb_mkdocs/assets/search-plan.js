// From a query to what the index looks up, as jbakb/search/plan.py does: a clause per word, each with the terms that may
// stand for it. tests/search/test_browser_engine.py holds both together.
"use strict";
(() => {
  const WHOLE = "=", ACRONYM = "^";
  const EXACT = 1.0, JOINED = 1.1, PART = 0.75, PREFIX = 0.6, NEAR = 0.7, CITED = 8.0, WHOLLY = 2.0, LITTLE = 1.0;
  const LONGEST_PHRASE = 8, LONGEST_QUERY = 40, LONGEST_TEXT = 2000, LONGEST_WORD = 80, MOST_PREFIXED = 24, MOST_NEAR = 6;
  const BEGUN = 2.0, GOING_ON = 0.8, SHORTEST_BEGUN = 3, MOST_BEGUN = 24, GROWING = 0.4, SHORTEST_GROWING = 4;
  const TURNED = 0.8, RESULT = 0.5, SHORTEST_ACTION = 6;
  const UNFINISHED = /(?:ung|heit|keit|schaft|ion|tat)s$/;
  const { BOOKS, fold, words, cited, distance, letters, bits } = typeof require === "function" ? require("./search-language.js") : window.jbakb.language;

  // `vocabulary` has the index' terms (`has`, `single`, `names`), its lists of words, and `stem`.
  class Planner {
    constructor(vocabulary) {
      Object.assign(this, vocabulary);
      this.masks = Int32Array.from(this.single, letters);
    }

    // A word or phrase as one term.
    key(text) { return words(text.slice(0, LONGEST_TEXT)).flatMap((word) => word.split("-")).map(this.stem).join(" "); }

    plan(text) {
      const found = words(text.slice(0, LONGEST_TEXT)).slice(0, LONGEST_QUERY).map((word) => word.slice(0, LONGEST_WORD));
      const clauses = cited(text.slice(0, LONGEST_TEXT), this.laws)
        .map((term) => ({ terms: new Map([[term, term.includes(".") ? CITED : 1.0]]), asked: term.includes(".") }));
      const parts = found.flatMap((word) => word.split("-"));
      // Words written like an abbreviation: BAB, zkT.
      const written = new Set((text.match(/\p{L}+/gu) || []).filter((word) => word.slice(1) !== word.slice(1).toLowerCase()).map(fold));
      let content = found.filter((word) => !this.stopwords.has(word));
      if (!content.length) content = found;
      content.forEach((word, place) => {
        const terms = this.alternatives(word, content[place - 1] || "", content[place + 1] || "");
        const named = this.has(WHOLE + this.stem(word)), known = terms.has(this.stem(word));
        const law = word === "sgb" || this.laws.has(word) || Object.hasOwn(BOOKS, word);
        if (!named && !law && this.has(ACRONYM + word) && (written.has(word) || !known)) terms.set(ACRONYM + word, known ? PART : EXACT);
        const explained = Object.hasOwn(this.expansions, word.split("-").map(this.stem).join(" "));
        // The glossary knows the word (AB, BaE): what begins like it or is nearly the same is meant less.
        if ((named || explained) && !known) for (const [term, weight] of terms) terms.set(term, weight / (explained ? 4 : 2));
        clauses.push({ terms, asked: true });
        const result = WHOLE + this.result(word);
        if (content.length === 1 && !named && this.has(result)) clauses.push({ terms: new Map([[result, TURNED]]), asked: false });
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
      if (parts.length === 2) clauses.push({ terms: this.namedTogether(...parts), asked: false });
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

    // The term for the result of an action (Hilfeplanung: Hilfeplan).
    result(word) { return word.length > SHORTEST_ACTION && word.endsWith("ung") ? this.stem(word.slice(0, -3)) : ""; }

    // Names that two words make, in either order, the action for its result too (Planung Hilfe: Hilfeplan).
    namedTogether(first, second) {
      const found = new Map();
      for (const [one, other, weight] of [[first, second, WHOLLY], [second, first, WHOLLY * TURNED]]) {
        for (const head of [other, this.result(other)].filter(Boolean)) {
          for (const joint of this.joints(one, head)) {
            const name = WHOLE + joint;
            if (this.has(name)) found.set(name, Math.max(found.get(name) || 0, weight));
          }
        }
      }
      return found;
    }

    alternatives(word, before, after) {
      const whole = word.replace(/-/g, ""), terms = new Map();
      const add = (term, weight) => terms.set(term, Math.max(terms.get(term) || 0, weight));
      if (this.has(this.stem(whole))) terms.set(this.stem(whole), EXACT);
      for (const [first, second] of [[before, word], [word, after]]) {
        if (first && second) for (const joint of this.joints(first, second)) if (this.has(joint)) add(joint, JOINED);
      }
      const result = this.result(whole);
      if (terms.size && this.has(result) && !terms.has(result)) terms.set(result, RESULT);
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
          for (const [other, weight] of Object.hasOwn(this.expansions, key) ? this.expansions[key] : []) {
            const known = this.has(other) ? [other] : other.split(" ").filter((part) => !this.stopwords.has(part) && this.has(part));
            for (const term of known) terms.set(term, Math.max(terms.get(term) || 0, weight));
          }
          if (terms.size) clauses.push({ terms, asked: false });
        }
      }
    }

    // Words of a query that no document has, each with what is nearest: „Meinten Sie …“.
    corrections(text) {
      const found = [];
      for (const word of words(text.slice(0, LONGEST_TEXT)).slice(0, LONGEST_QUERY)) {
        const whole = word.replace(/-/g, "");
        if (this.stopwords.has(word) || this.has(this.stem(whole)) || word.includes("-") || this.has(ACRONYM + word) || this.split(whole).length || this.prefixed(whole).length) continue;
        for (const [near] of this.near(whole).slice(0, 1)) found.push([word, near]);
      }
      return found;
    }
  }

  if (typeof module !== "undefined") module.exports = { Planner, WHOLE };
  else Object.assign(window.jbakb.language, { Planner, WHOLE });
})();
