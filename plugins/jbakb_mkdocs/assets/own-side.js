// The reader's own side. It stands in the page's head and works while the page is read, so that nothing jumps.
//
// <html data-jbakb-side="sgb2">      the choice; kept under `jbakb-side` in this browser, nowhere else
// data-area="sgb2", data-areas="…"   belongs to one area, to several: gets the class `jbakb-own` if it is the reader's own,
//                                    and its first area badge the words "Ihre Seite" (not below data-own-quiet)
// data-own-first                     own children come first
// data-from="sgb2" hidden            what is only said to one side
// window.jbakb.side, event jbakb:side on document
"use strict";
(() => {
  const KEY = "jbakb-side", root = document.documentElement, { areas, mark } = document.currentScript.dataset;
  const known = areas.split(" "), jbakb = (window.jbakb = window.jbakb || {});
  jbakb.mark = mark;
  const places = new WeakMap();
  let place = 0;

  // A locked-down browser may forbid to keep anything.
  const recall = () => { try { return localStorage.getItem(KEY) || ""; } catch { return ""; } };
  const keep = (side) => {
    try {
      if (side) localStorage.setItem(KEY, side); else localStorage.removeItem(KEY);
      return recall() === side;
    } catch { return !side; }
  };
  const valid = (side) => (known.includes(side) ? side : "");

  const sort = (list) => {
    for (const child of list.children) if (!places.has(child)) places.set(child, place++);
    const wanted = [...list.children].sort((one, other) =>
      other.classList.contains("jbakb-own") - one.classList.contains("jbakb-own") || places.get(one) - places.get(other));
    wanted.forEach((child, at) => { if (list.children[at] !== child) list.insertBefore(child, list.children[at]); });
  };

  // Only what is new: this runs again and again while the page comes in.
  const apply = () => {
    const side = jbakb.side;
    if (!side) return;
    const lists = new Set();
    for (const one of document.querySelectorAll(`:is([data-area="${side}"], [data-areas~="${side}"]):not(.jbakb-own)`)) {
      one.classList.add("jbakb-own");
      if (one.parentElement.hasAttribute("data-own-first")) lists.add(one.parentElement);
    }
    lists.forEach(sort);
    for (const badge of document.querySelectorAll(`[data-area="${side}"] .jbakb-area`)) {
      const owner = badge.closest("[data-area]");
      if (owner.dataset.area !== side || owner.dataset.ownMarked || badge.closest("[data-own-quiet]")) continue;
      owner.dataset.ownMarked = "yes";
      badge.after(" ", Object.assign(document.createElement("span"), { className: "jbakb-yours", textContent: mark }));
    }
    for (const said of document.querySelectorAll(`[data-from="${side}"][hidden]`)) said.hidden = false;
  };
  const clear = () => {
    const lists = new Set();
    for (const one of document.querySelectorAll(".jbakb-own")) {
      one.classList.remove("jbakb-own");
      delete one.dataset.ownMarked;
      if (one.parentElement.hasAttribute("data-own-first")) lists.add(one.parentElement);
    }
    lists.forEach(sort);
    for (const words of document.querySelectorAll(".jbakb-yours")) words.remove();
    for (const said of document.querySelectorAll("[data-from]")) said.hidden = true;
  };

  // The buttons, in the header and wherever else they stand.
  const show = () => {
    let name = "", short = "";
    for (const button of document.querySelectorAll("[data-choose-side]")) {
      const chosen = button.dataset.chooseSide === jbakb.side;
      button.setAttribute("aria-pressed", String(chosen));
      if (chosen) ({ name, short } = button.dataset);
    }
    for (const each of document.querySelectorAll("[data-side-name]")) each.textContent = name;
    for (const each of document.querySelectorAll("[data-side-short]")) each.textContent = short;
    return name;
  };
  const set = (side) => {
    jbakb.side = side;
    root.dataset.jbakbSide = side;
    clear();
    apply();
    show();
    document.dispatchEvent(new CustomEvent("jbakb:side", { detail: side }));
  };
  const choose = (side) => {
    const kept = keep(side);
    set(side);
    for (const note of document.querySelectorAll("[data-side-unkept]")) note.hidden = kept;
    for (const told of document.querySelectorAll("[data-side-told]")) {
      told.dataset.neutral ??= told.textContent;
      told.textContent = side ? told.dataset.told.replace("{name}", show()) : told.dataset.neutral;
    }
    return kept;
  };

  const menu = document.querySelector("[data-side-menu]");
  const opener = menu.querySelector("button"), panel = document.getElementById(opener.getAttribute("aria-controls"));
  const open = (wanted) => {
    panel.hidden = !wanted;
    opener.setAttribute("aria-expanded", String(wanted));
  };
  opener.addEventListener("click", () => open(panel.hidden));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation();
    open(false);
    opener.focus();
  });
  menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) open(false); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-choose-side]");
    if (button) {
      const kept = choose(button.dataset.chooseSide);
      if (menu.contains(button) && kept) { open(false); opener.focus(); }
    } else if (!menu.contains(event.target)) open(false);
  });

  jbakb.side = valid(recall());
  root.dataset.jbakbSide = jbakb.side;
  root.dataset.jbakbChoice = "yes";
  show();
  const watcher = new MutationObserver(apply);
  watcher.observe(root, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    watcher.disconnect();
    apply();
    show();
  });
  // Another tab has chosen, or the page comes back from the browser's memory.
  const follow = () => { if (valid(recall()) !== jbakb.side) set(valid(recall())); };
  window.addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) follow(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) follow(); });
})();
