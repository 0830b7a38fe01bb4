// Search in the browser: the impacts of search-index.js are added up as jbakb/search/ranking.py does, for what
// search-plan.js makes of a query.
"use strict";
(() => {
  const LEAST = 0.25;
  const FIRST = 35, BASE = 57;
  const local = typeof require === "function";
  const { fold, words, stemmer, cited } = local ? require("./search-language.js") : window.jbakb.language;
  const { Planner, WHOLE } = local ? require("./search-plan.js") : window.jbakb.language;

  class Index {
    constructor(data) {
      this.documents = data.documents;
      this.size = data.documents.url.length;
      this.areas = data.areas || {};
      this.data = data;
      this.stem = stemmer(data.endings);
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
      this.planner = new Planner({
        has: (term) => this.places.has(term),
        single: this.terms.filter((term) => !"=§^".includes(term[0])),
        names: this.terms.filter((term) => term[0] === WHOLE),
        expansions: data.expansions,
        stem: this.stem,
        stopwords: new Set(data.stopwords.split(" ")),
        laws: new Set(data.laws.split(" ")),
      });
    }

    key(text) { return this.planner.key(text); }

    // Words of a query that no document has, each with what is nearest.
    corrections(text) { return this.planner.corrections(text); }

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
      const clauses = this.planner.plan(text), scores = this.score(clauses), { documents } = this;
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
