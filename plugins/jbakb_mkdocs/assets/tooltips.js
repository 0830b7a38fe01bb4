// What a term link says before it is followed (WCAG 1.4.13): shown on hover and on focus; Escape closes it; the pointer may
// enter it; it stays until pointer and focus are gone. A finger cannot hover: its first tap opens the same text as a small
// dialogue with a link to the entry, a second tap on the word follows the link at once. Without JavaScript it is a plain link.
// The texts lie in one file for the whole site, which is loaded when the first one is wanted. All is set as text, never as HTML.
"use strict";
(() => {
  const source = document.currentScript.src, jbakb = (window.jbakb = window.jbakb || {});
  const LINK = "a.jbakb-term[data-tip]", SHOW = 250, HIDE = 250, GAP = 6;
  let data = null, loading = null, link = null, timer = 0, touched = 0, tip = null;

  const load = () => (loading ??= new Promise((resolve, reject) => {
    jbakb.tips = (given) => { data = given; resolve(); };
    const script = document.createElement("script");
    script.src = new URL("tooltips-data.js", source).href;
    script.onerror = () => { loading = null; reject(); };
    document.head.append(script);
  }));
  const make = (tag, className, ...content) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  const hidden = (text) => { const made = make("span", "", text); made.setAttribute("aria-hidden", "true"); return made; };
  const badge = (area) => {
    const [short, style] = data.areas[area] || [data.texts.common, 0];
    const symbol = make("span", "jbakb-symbol");
    symbol.setAttribute("aria-hidden", "true");
    return make("span", `jbakb-area jbakb-a${style}`, symbol, short);
  };

  const noteOf = (key) => { const ref = key.split(":")[0]; return Object.hasOwn(data.notes, ref) ? data.notes[ref] : null; };
  const own = ([relation, word, nearest]) => {
    const [symbol, label] = data.relations[relation];
    const parts = [];
    if (relation !== "absent" && relation !== "missing") parts.push(make("b", "", word || data.texts.no_word), " ");
    parts.push(make("span", "jbakb-relation", hidden(symbol), " ", label));
    if (nearest) parts.push(", ", data.texts.nearest.replace("{word}", nearest));
    return make("p", "jbakb-tip__own", make("span", "jbakb-key", data.texts.own), ...parts);
  };
  // A note for one reading; `href` only where it can be followed from here.
  const reading = (key, href) => {
    const [, number] = key.split(":"), note = noteOf(key);
    const box = make("div", "jbakb-tip__reading");
    const head = make("p", "jbakb-tip__head", make("b", "", note.word), " ", badge(note.area));
    head.firstChild.lang = "de";
    if (note.area && note.area === jbakb.side) head.append(" ", make("span", "jbakb-yours", jbakb.mark || ""));
    box.append(head);
    const old = note.old?.[number];
    if (old) box.append(make("p", "jbakb-tip__old", `„${old[0]}“: ${old[1]}`));
    box.append(make("p", "", note.text));
    for (const row of note.own?.[jbakb.side] || []) box.append(own(row));
    if (href) {
      const entry = make("a", "jbakb-tip__open", data.texts.open);
      entry.href = href;
      if (href !== link?.href) entry.setAttribute("aria-label", `${data.texts.open}: ${note.word}`);
      box.append(entry);
    }
    return box;
  };
  const address = (key) => {
    const ref = key.split(":")[0], [entry, concept] = ref.split(".");
    return new URL(data.pages[entry] + (concept ? `#${ref}` : ""), new URL("../../", source)).href;
  };
  const fill = (target, dialog) => {
    const keys = target.dataset.tip.split(" ");
    const area = (key) => noteOf(key)?.area;
    keys.sort((one, other) => (area(other) === jbakb.side) - (area(one) === jbakb.side));
    const boxes = keys.filter(noteOf).map((key) => reading(key, dialog ? address(key) : ""));
    if (!boxes.length) return false;
    tip.replaceChildren();
    const matters = new Set(keys.map((key) => key.split(/[.:]/)[0])); // one entry: the same matter, seen by several
    if (boxes.length > 1) tip.append(make("p", "jbakb-tip__many", matters.size > 1 ? data.texts.ambiguous : data.texts.each));
    tip.append(...boxes);
    if (dialog) {
      const close = make("button", "jbakb-tip__close", "✕");
      close.type = "button";
      close.setAttribute("aria-label", data.texts.close);
      close.addEventListener("click", () => hide(true));
      tip.append(close);
      tip.setAttribute("role", "dialog");
      tip.setAttribute("aria-label", target.textContent.trim());
      tip.tabIndex = -1;
    } else {
      tip.setAttribute("role", "tooltip");
      tip.removeAttribute("aria-label");
      tip.removeAttribute("tabindex");
      target.setAttribute("aria-describedby", tip.id);
    }
    return true;
  };
  // Below the word, above it where there is no room; never over it, never out of the window.
  const place = (target) => {
    const boxes = [...target.getClientRects()], first = boxes[0], last = boxes.at(-1);
    if (!first) return hide();
    tip.style.left = tip.style.top = "0";
    const { left, top, width, height } = tip.getBoundingClientRect(), wide = document.documentElement.clientWidth;
    const head = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const below = last.bottom + GAP + height <= innerHeight || first.top - GAP - height < head;
    tip.style.left = `${Math.max(GAP, Math.min(first.left, wide - width - GAP)) - left}px`;
    tip.style.top = `${(below ? last.bottom + GAP : first.top - GAP - height) - top}px`;
  };

  const show = (target, dialog = false) => {
    clearTimeout(timer);
    if (link === target && tip && !tip.hidden && !dialog) return;
    hide();
    link = target;
    load().then(() => {
      if (link !== target) return;
      if (!tip) {
        tip = make("div", "jbakb-tip jbakb");
        tip.id = "jbakb-tip";
        tip.hidden = true;
        tip.addEventListener("pointerenter", () => clearTimeout(timer));
        tip.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") leave(); });
        (document.querySelector("main") || document.body).append(tip);
      }
      if (!fill(target, dialog)) return;
      tip.hidden = false;
      place(target);
      if (dialog) tip.focus({ preventScroll: true });
    }, () => { link = null; });
  };
  const hide = (back = false) => {
    clearTimeout(timer);
    const before = link;
    link = null;
    if (!tip || tip.hidden) return;
    tip.hidden = true;
    before?.removeAttribute("aria-describedby");
    if (back && tip.getAttribute("role") === "dialog") before?.focus({ preventScroll: true });
  };
  // Gone with the pointer, unless the word has the focus.
  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (document.activeElement !== link && tip?.getAttribute("role") !== "dialog") hide(); }, HIDE);
  };
  const dialogIsOpen = () => tip && !tip.hidden && tip.getAttribute("role") === "dialog";

  document.addEventListener("pointerover", (event) => {
    const target = event.pointerType !== "touch" && event.target.closest?.(LINK);
    if (!target || dialogIsOpen()) return;
    load().catch(() => {});
    clearTimeout(timer);
    if (target !== link) timer = setTimeout(() => show(target), SHOW);
  });
  document.addEventListener("pointerout", (event) => {
    const target = event.pointerType !== "touch" && event.target.closest?.(LINK);
    if (target && !target.contains(event.relatedTarget)) leave();
  });
  document.addEventListener("focusin", (event) => {
    const target = event.target.closest?.(LINK);
    if (target && !dialogIsOpen() && Date.now() - touched > 1000 && target.matches(":focus-visible")) show(target);
    else if (dialogIsOpen() && !tip.contains(event.target) && target !== link) hide();
  });
  document.addEventListener("focusout", (event) => { if (event.target === link && !dialogIsOpen()) leave(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && tip && !tip.hidden) hide(true);
    else if (event.key === "Tab" && document.querySelector(LINK)) load().catch(() => {}); // be ready before a screen reader asks
  });
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch" ? Date.now() : 0;
    if (dialogIsOpen() && !tip.contains(event.target) && event.target.closest?.(LINK) !== link) hide();
  });
  document.addEventListener("click", (event) => {
    const target = event.target.closest?.(LINK);
    if (!target || Date.now() - touched > 1000 || (dialogIsOpen() && link === target)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(target, true);
  });
  document.addEventListener("scroll", (event) => { if (event.target !== document && event.target.contains?.(link)) hide(); }, true);
  window.addEventListener("resize", () => { if (link && tip && !tip.hidden) place(link); });
  document.addEventListener("jbakb:side", () => hide());
})();
