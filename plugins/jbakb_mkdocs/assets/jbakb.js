// A filter above long lists. Without JavaScript the field stays hidden and the list is whole.
"use strict";
(() => {
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss");
  for (const input of document.querySelectorAll("[data-jbakb-filter]")) {
    const field = input.closest(".jbakb-filter");
    const list = input.closest(".jbakb");
    const output = field.querySelector("output");
    const letters = list.querySelector(".jbakb-letters");
    const rows = [...list.querySelectorAll(".jbakb-index > li, .jbakb-dictionary > div")];
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
      for (const section of list.querySelectorAll(".jbakb-letter")) {
        section.hidden = !rows.some((row) => !row.hidden && section.contains(row));
      }
      if (letters) letters.hidden = wanted !== "";
      output.textContent = wanted ? `${shown} Treffer` : "";
    });
  }
})();
