// The search dialogue: Material's place and shortcuts, our results. Everything shown is set as text, never as HTML.
"use strict";
(() => {
  const dialog = document.getElementById("jbakb-search");
  if (!dialog) return;
  const element = (id) => document.getElementById(`jbakb-search-${id}`);
  const texts = JSON.parse(element("texts").textContent);
  const [form, input, area, kind, status, answer, list, more] = ["form", "input", "area", "kind", "count", "answer", "hits", "more"].map(element);
  const toggle = document.getElementById("__search");
  const STEP = 12, PLACES = 3, REMEMBERED = 6, MEMORY = "jbakb-recent";
  const answered = new Set(); // entries that stand on top
  let index = null, limit = STEP, active = -1;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name] ?? "");
  const say = (key, values = {}) => fill(texts[key], values);
  const make = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const address = (url) => new URL(url, window.jbakb.base).href;
  const badge = (id) => {
    const known = index.areas[id];
    const made = make("span", `jbakb-area jbakb-a${known ? known.style : 0}`);
    const symbol = make("span", "jbakb-symbol");
    symbol.setAttribute("aria-hidden", "true");
    made.append(symbol, known ? known.short : texts.common);
    return made;
  };
  const entryOf = (id) => id.split(".")[0];
  const own = (key, name) => { const rows = index.data[key] || {}; return Object.hasOwn(rows, name) ? rows[name] : []; };
  const side = () => window.jbakb.side || "";
  const placeText = ([, process, number, step]) => say("step", { process, number, step });

  // Kept in this browser only; a locked-down browser may forbid it.
  const recall = () => { try { return JSON.parse(localStorage.getItem(MEMORY)) || []; } catch { return []; } };
  const remember = (text) => {
    if (!text) return;
    try { localStorage.setItem(MEMORY, JSON.stringify([text, ...recall().filter((one) => one !== text)].slice(0, REMEMBERED))); } catch { /* no memory */ }
  };

  const leave = () => { remember(input.value.trim()); toggle.checked = false; };

  const options = () => [...list.querySelectorAll("[role=option]"), ...answer.querySelectorAll("[role=option]")].sort(
    (one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const choose = (place) => {
    const all = options();
    active = all.length ? (place + all.length) % all.length : -1;
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  };

  const showRecent = () => {
    answer.replaceChildren();
    list.replaceChildren();
    more.replaceChildren();
    status.textContent = texts.start;
    input.setAttribute("aria-expanded", "false");
    const recent = recall();
    if (!recent.length) return;
    const box = make("div", "jbakb-search__recent");
    box.append(make("span", "", texts.recent));
    for (const text of recent) {
      const button = make("button", "jbakb-search__chip", text);
      button.type = "button";
      button.addEventListener("click", () => { input.value = text; input.focus(); update(); });
      box.append(button);
    }
    const forget = make("button", "jbakb-search__chip jbakb-search__forget", texts.forget);
    forget.type = "button";
    forget.addEventListener("click", () => { try { localStorage.removeItem(MEMORY); } catch { /* no memory */ } showRecent(); input.focus(); });
    box.append(forget);
    more.append(box);
  };

  // What an outdated word is called today, each new word a link to what it means.
  const showOld = ({ area: where, old, new: words, urls, since }) => {
    const line = make("p", "jbakb-search__old");
    if (where) line.append(badge(where), " ");
    const [before, after] = texts[since ? "outdated_since" : "outdated"].split("{new}");
    line.append(fill(before, { old, day: since }));
    words.forEach((word, place) => {
      const link = make("a", "", word);
      link.href = address(urls[place]);
      link.addEventListener("click", leave);
      line.append(place ? "“, „" : "", link);
    });
    line.append(fill(after, { old, day: since }));
    return line;
  };

  const showAnswer = (text, hits) => {
    answer.replaceChildren();
    answered.clear();
    const key = index.key(text);
    own("old", key).forEach((old) => answer.append(showOld(old)));
    // Only for a word of the glossary itself, in any form; at most two entries share one.
    const entries = [...new Set(index.exact(key).filter((number) => index.documents.kind[number] === "entry").map((number) => entryOf(index.documents.id[number])))];
    for (const entry of entries.slice(0, 2)) {
      const rows = own("answers", entry);
      if (!rows.length) continue;
      answered.add(entry);
      const box = make("div", "jbakb-search__answer");
      const title = hits.find((hit) => entryOf(hit.id) === entry);
      box.append(make("p", "jbakb-search__heading", `${title ? title.title : text} ${texts.in_all}`));
      for (const row of [...rows].sort((one, other) => (other.area === side()) - (one.area === side()))) {
        const link = make("a", "jbakb-search__row");
        link.href = address(row.url);
        const word = row.how === "none" ? texts.no_word : row.how === "absent" ? texts.absent : row.word;
        link.append(badge(row.area), " ");
        link.addEventListener("click", leave);
        if (row.how === "nearest") link.append(make("span", "jbakb-search__note", texts.nearest), " ");
        if (row.since) link.append(make("span", "jbakb-search__note", say("since", { day: row.since })), " ");
        link.append(make("strong", "", word));
        if (row.source) link.append(make("span", "jbakb-search__note", `, ${row.source.replace(/ /g, "\u00a0")}`));
        link.dataset.area = row.area;
        box.append(link);
        if (row.area !== side()) continue;
        link.classList.add("jbakb-own");
        link.append(" ", make("span", "jbakb-search__yours", texts.your_side));
        if (row.means) {
          const means = make("p", "jbakb-search__means");
          means.append(make("strong", "", texts.for_you), ` ${row.means}`);
          box.append(means);
        }
      }
      const places = own("places", entry);
      if (places.length) box.append(showPlaces(places));
      answer.append(box);
    }
  };

  // The steps of processes that speak of an entry; the first few as links.
  const showPlaces = (places) => {
    const line = make("p", "jbakb-search__places");
    line.append(make("strong", "", texts.in_process));
    for (const place of places.slice(0, PLACES)) {
      const link = make("a", "", placeText(place));
      link.href = address(place[0]);
      link.addEventListener("click", leave);
      line.append(link);
    }
    if (places.length > PLACES) line.append(` ${say("places", { count: places.length - PLACES })}`);
    return line;
  };

  // What a reader gets told under a hit: how their own side calls it, and where it stands in a process.
  const showFacts = (link, hit) => {
    const entry = entryOf(hit.id), facts = make("span", "jbakb-search__facts");
    const row = side() && hit.area !== side() && !answered.has(entry) ? own("answers", entry).find(({ area: where }) => where === side()) : null;
    if (row && row.how !== "none" && (hit.area || row.word !== hit.title)) {
      const fact = make("span", "jbakb-search__fact jbakb-own");
      fact.append(texts[row.how === "absent" ? "your_gap" : row.how === "nearest" ? "your_nearest" : "your_word"]);
      if (row.how !== "absent") fact.append(" ", make("strong", "", row.word));
      facts.append(fact);
    }
    const [place] = answered.has(entry) ? [] : own("places", entry);
    if (place) facts.append(make("span", "jbakb-search__fact", `${texts.in_process} ${placeText(place)}`));
    if (facts.childElementCount) link.append(facts);
  };

  const showHits = (hits) => {
    list.replaceChildren();
    const groups = new Map();
    for (const hit of hits) {
      const name = hit.kind;
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(hit);
    }
    let number = 0;
    for (const [name, members] of groups) {
      const group = make("div", "jbakb-search__group");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", texts[name]);
      const heading = make("p", "jbakb-search__heading", texts[name]);
      heading.setAttribute("aria-hidden", "true");
      group.append(heading);
      for (const hit of members) {
        const link = make("a", "jbakb-search__hit");
        link.href = address(hit.url);
        link.id = `jbakb-search-hit-${number++}`;
        link.tabIndex = -1;
        link.setAttribute("role", "option");
        link.setAttribute("aria-selected", "false");
        const first = make("span", "jbakb-search__title", hit.words.length && hit.kind === "entry" ? hit.words[0] : hit.title);
        link.append(first, " ");
        if (hit.area) link.append(badge(hit.area));
        if (hit.kind === "entry" && hit.words.length && hit.words[0] !== hit.title) link.append(make("span", "jbakb-search__note", ` ${hit.title}`));
        if (hit.summary) link.append(make("span", "jbakb-search__summary", hit.summary));
        if (hit.kind === "entry") showFacts(link, hit);
        link.addEventListener("click", leave);
        group.append(link);
      }
      list.append(group);
    }
  };

  // The filters that are set, as they are shown.
  const filters = () => [area, kind].filter((choice) => choice.value).map((choice) => choice.selectedOptions[0].text).join(", ");

  const showMore = (text, hits, found) => {
    more.replaceChildren();
    const corrections = index.corrections(text);
    if (corrections.length) {
      const better = corrections.reduce((all, [word, near]) => all.replace(new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i"), index.spelled(near)), text);
      if (better !== text) {
        const button = make("button", "jbakb-search__chip", say("did_you_mean", { text: better }));
        button.type = "button";
        button.addEventListener("click", () => { input.value = better; input.focus(); update(); });
        answer.prepend(button);
      }
    }
    if (found > hits.length) {
      const button = make("button", "jbakb-search__chip", texts.more);
      button.type = "button";
      button.addEventListener("click", () => { limit += STEP; update(true); input.focus(); });
      more.append(button);
    }
    if (!hits.length && (area.value || kind.value)) {
      // The filters may be all that is in the way.
      const without = index.search(text, { limit: 1 }).total;
      if (without) {
        const button = make("button", "jbakb-search__chip jbakb-search__everywhere", without === 1 ? texts.unfiltered_one : say("unfiltered", { count: without }));
        button.type = "button";
        button.addEventListener("click", () => { area.value = kind.value = ""; input.focus(); update(); });
        more.append(button);
        return;
      }
    }
    if (!hits.length && texts.propose_link) {
      const link = make("a", "jbakb-search__chip", say("propose", { text }));
      link.href = texts.propose_link.replace("{text}", encodeURIComponent(text.slice(0, 200)));
      more.append(link);
    }
  };

  const update = (keep = false) => {
    const text = input.value.trim();
    if (!keep) limit = STEP;
    if (!index) return;
    if (!text) { showRecent(); return; }
    const hits = index.search(text, { limit, area: area.value, kind: kind.value }), found = hits.total;
    status.textContent = !hits.length ? say(filters() ? "none_filtered" : "none", { text, filters: filters() }) : found === 1 ? texts.one : found === hits.length ? say("many", { count: found }) : say("shown", { count: hits.length, all: found });
    showAnswer(text, hits);
    showHits(hits);
    showMore(text, hits, found);
    input.setAttribute("aria-expanded", String(hits.length > 0));
    active = -1;
    input.removeAttribute("aria-activedescendant");
  };

  const prepare = () => {
    if (index) return;
    status.textContent = texts.loading;
    window.jbakb.load().then((loaded) => {
      if (index) return;
      index = loaded;
      const option = (value, text) => { const made = make("option", "", text); made.value = value; return made; };
      const used = new Set(index.documents.area);
      area.append(...Object.entries(index.areas).filter(([id]) => used.has(id)).map(([id, { short }]) => option(id, short)));
      const kinds = new Set(index.documents.kind);
      kind.append(...["entry", "process", "page", "norm"].filter((name) => kinds.has(name)).map((name) => option(name, texts[name])));
      update();
    }, () => { status.textContent = texts.failed; });
  };

  // Whoever was brought here from somewhere goes back there; whoever tabbed here goes on from here.
  let origin = null, tabbed = false;
  document.addEventListener("keydown", ({ key }) => { tabbed = key === "Tab"; }, true);
  const open = () => { toggle.checked = true; prepare(); input.focus(); };
  const close = () => {
    toggle.checked = false;
    if (origin?.isConnected) origin.focus(); else input.blur();
    origin = null;
  };
  toggle.addEventListener("change", () => { if (toggle.checked) { prepare(); setTimeout(() => input.focus(), 50); } });
  input.addEventListener("focus", ({ relatedTarget: from }) => { if (!dialog.contains(from)) origin = tabbed ? null : from; toggle.checked = true; prepare(); if (index && !input.value) showRecent(); });
  input.addEventListener("input", () => update());
  area.addEventListener("change", () => update());
  kind.addEventListener("change", () => update());
  document.addEventListener("jbakb:side", () => { if (index && input.value.trim()) update(true); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { input.focus(); update(); }));
  // Left by keyboard it must not cover what has the focus then.
  dialog.addEventListener("focusout", ({ relatedTarget: next }) => { if (next && !dialog.contains(next)) { toggle.checked = false; origin = null; } });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.preventDefault(); close(); }
    if (event.target !== input) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const all = options();
      if (all.length) all[Math.max(active, 0)].click();
    }
  });
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!writing && !event.ctrlKey && !event.metaKey && !event.altKey && ["f", "s", "/"].includes(event.key)) {
      event.preventDefault();
      open();
    }
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { input.value = asked.slice(0, 2000); open(); }
})();
