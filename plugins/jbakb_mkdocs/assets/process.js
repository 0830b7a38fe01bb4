// "Mein Teil": the part of the reader's own side is open. Without JavaScript all parts are closed and can be opened.
"use strict";
(() => {
  const parts = document.querySelectorAll("details.jbakb-part");
  const show = () => {
    const side = window.jbakb?.side;
    if (side) for (const part of parts) part.open = part.dataset.area === side;
  };
  if (parts.length) {
    show();
    document.addEventListener("jbakb:side", show);
  }
})();
