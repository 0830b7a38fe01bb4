// A filter above long lists, and jumps inside them. Without JavaScript the field stays hidden and the list is whole.
"use strict";
(() => {
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss");
  for (const input of document.querySelectorAll("[data-jbakb-filter]")) {
    const field = input.closest(".jbakb-filter");
    const list = input.closest(".jbakb");
    const output = field.querySelector("output");
    const letters = list.querySelector(".jbakb-letters");
    const rows = [...list.querySelectorAll(".jbakb-index > li, .jbakb-dictionary > div")];
    const sections = [...list.querySelectorAll(".jbakb-letter")].map((section) => [section, rows.filter((row) => section.contains(row))]);
    const texts = rows.map((row) => fold(row.firstElementChild.textContent));
    field.hidden = false;
    input.addEventListener("input", () => {
      const wanted = fold(input.value.trim());
      let shown = 0;
      rows.forEach((row, place) => {
        row.hidden = !texts[place].includes(wanted);
        row.style.display = row.hidden ? "none" : "";
        shown += row.hidden ? 0 : 1;
      });
      for (const [section, own] of sections) section.hidden = own.every((row) => row.hidden);
      if (letters) letters.hidden = wanted !== "";
      output.textContent = wanted ? `${shown} Treffer` : "";
    });
  }

  // Rows off the screen have only a guessed height, so a jump misses: go there again until nothing moves any more.
  const land = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest(".jbakb-letter")) return;
    let tries = 10, last;
    const step = () => {
      target.scrollIntoView();
      const top = target.getBoundingClientRect().top;
      if (top !== last && tries--) requestAnimationFrame(step);
      last = top;
    };
    requestAnimationFrame(step);
  };
  window.addEventListener("hashchange", land);
  window.addEventListener("load", land);
  document.addEventListener("click", (event) => { if (event.target.closest?.(".jbakb-letters a")) setTimeout(land); });
})();
