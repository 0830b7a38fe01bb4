// The translation table: filter by text, theme and area, sort by column. Without JavaScript it is a complete table.
"use strict";
for (const page of document.querySelectorAll("[data-jbakb-table]")) {
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").trim();
  const tools = page.querySelector(".jbakb-tools");
  const table = page.querySelector("table");
  const body = table.tBodies[0];
  const empty = page.querySelector(".jbakb-empty");
  const [text, theme, output] = ["[data-text]", "select[data-theme]", "output"].map((one) => tools.querySelector(one));
  const columns = [...tools.querySelectorAll("[data-column]")];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows].map((row) => ({
    row,
    theme: row.dataset.theme,
    order: Number(row.dataset.order),
    cells: [...row.cells].map((cell) => ({
      area: cell.dataset.area || "",
      text: fold([...cell.querySelectorAll("a, small, i")].map((part) => part.textContent).join(" ")),
      key: fold(cell.querySelector("a")?.textContent || ""),
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

  const collator = new Intl.Collator("de", { numeric: true });
  const sort = (place) => {
    const head = heads[place];
    const down = head.getAttribute("aria-sort") === "ascending";
    heads.forEach((one) => one.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sign = down ? -1 : 1;
    const byTitle = (one, other) => collator.compare(one.cells[0].key, other.cells[0].key);
    rows.sort((one, other) => {
      if (head.dataset.sort === "theme") return sign * (one.order - other.order) || byTitle(one, other);
      const [a, b] = [one.cells[place].key, other.cells[place].key];
      if (!a !== !b) return a ? -1 : 1; // what has no word comes last, up and down
      return sign * collator.compare(a, b) || byTitle(one, other);
    });
    body.append(...rows.map(({ row }) => row));
  };

  heads.forEach((head, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(place));
  });
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
