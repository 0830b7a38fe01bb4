// Tables that can be sorted by their column heads. Without JavaScript they stand in the order of the processes.
"use strict";
for (const table of document.querySelectorAll("table[data-jbakb-sort]")) {
  const collator = new Intl.Collator("de", { numeric: true });
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, place) => {
    const cell = row.cells[place].cloneNode(true);
    cell.querySelectorAll(".jbakb-cell-head").forEach((part) => part.remove());
    const text = cell.textContent.trim();
    return text === "–" ? "" : text;
  };
  heads.forEach((head, place) => {
    if ("unsorted" in head.dataset) return;
    const keys = new Map(rows.map((row) => [row, key(row, place)]));
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const sign = down ? -1 : 1;
      const sorted = [...rows].sort((one, other) => {
        const [a, b] = [keys.get(one), keys.get(other)];
        if (!a !== !b) return a ? -1 : 1; // what is empty comes last, up and down
        return sign * collator.compare(a, b);
      });
      body.append(...sorted);
    });
  });
}
