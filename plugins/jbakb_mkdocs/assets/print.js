// Buttons that print the page. Without JavaScript they stay hidden; the browser's own menu prints the same.
"use strict";
for (const button of document.querySelectorAll("[data-jbakb-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
