// Tables that can be sorted by their column heads. Without JavaScript they stand in the order that they were made in.
// A cell is sorted by its data-key, by its first link (data-jbakb-sort="link") or by its text; equal ones keep their order.
"use strict";
for (const table of document.querySelectorAll("table[data-jbakb-sort]")) {
  const collator = new Intl.Collator("de", { numeric: true });
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const text = (cell) => {
    if (table.dataset.jbakbSort === "link") return cell.querySelector("a")?.textContent.trim() ?? "";
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".jbakb-cell-head").forEach((part) => part.remove());
    const all = copy.textContent.trim();
    return all === "–" ? "" : all;
  };
  const sort = (place) => {
    const head = heads[place];
    const down = head.getAttribute("aria-sort") === "ascending";
    heads.forEach((one) => one.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sign = down ? -1 : 1;
    const keys = new Map(rows.map((row) => [row, row.cells[place].dataset.key ?? text(row.cells[place])]));
    body.append(...[...rows].sort((one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      if (!a !== !b) return a ? -1 : 1; // what is empty comes last, up and down
      return sign * collator.compare(a, b);
    }));
  };
  heads.forEach((head, place) => {
    if ("unsorted" in head.dataset) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(place));
  });
}
