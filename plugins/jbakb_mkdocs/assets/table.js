// The translation table: filter by text, theme and area (sort-tables.js sorts it). Without JavaScript it is complete.
"use strict";
for (const page of document.querySelectorAll("[data-jbakb-table]")) {
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").trim();
  const tools = page.querySelector(".jbakb-tools");
  const body = page.querySelector("table").tBodies[0];
  const empty = page.querySelector(".jbakb-empty");
  const [text, theme, output] = ["[data-text]", "select[data-theme]", "output"].map((one) => tools.querySelector(one));
  const columns = [...tools.querySelectorAll("[data-column]")];
  const rows = [...body.rows].map((row) => ({
    row,
    theme: row.dataset.theme,
    cells: [...row.cells].map((cell) => ({
      area: cell.dataset.area || "",
      text: fold([...cell.querySelectorAll("a, small, i")].map((part) => part.textContent).join(" ")),
    })),
  }));
  const rules = document.createElement("style");
  document.head.append(rules);
  tools.hidden = false;

  const filter = () => {
    const words = fold(text.value).split(/\s+/).filter(Boolean);
    const off = new Set(columns.filter((box) => !box.checked).map((box) => box.value));
    rules.textContent = [...off].map((area) => `.jbakb-translation [data-area="${CSS.escape(area)}"] { display: none !important; }`).join("\n");
    let shown = 0;
    for (const { row, theme: own, cells } of rows) {
      const seen = cells.filter((cell) => !off.has(cell.area)).map((cell) => cell.text).join(" ");
      row.hidden = (theme.value !== "" && own !== theme.value) || !words.every((word) => seen.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    const filtered = words.length || theme.value || off.size;
    output.textContent = !filtered ? "" : shown === 1 ? output.dataset.one : output.dataset.many.replace("{count}", shown);
    empty.hidden = shown > 0;
  };

  let waiting = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(filter); };
  text.addEventListener("input", soon);
  theme.addEventListener("change", filter);
  for (const box of columns) box.addEventListener("change", () => {
    if (!columns.some((one) => one.checked)) box.checked = true;
    filter();
  });
  tools.querySelector("[data-reset]").addEventListener("click", () => {
    text.value = theme.value = "";
    for (const box of columns) box.checked = true;
    filter();
    text.focus();
  });
  filter(); // a browser may have kept the fields
}
