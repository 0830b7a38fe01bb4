// The search field of the home page: what is typed there goes on in the search dialogue.
"use strict";
(() => {
  const form = document.querySelector(".jbakb-home-search");
  const target = document.getElementById("jbakb-search-input");
  if (!form || !target) return;
  const input = form.querySelector("input");
  form.hidden = false;
  const move = () => {
    target.value = input.value;
    input.value = "";
    target.focus();
    target.dispatchEvent(new Event("input", { bubbles: true }));
  };
  input.addEventListener("input", (event) => { if (!event.isComposing && input.value.trim()) move(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); move(); });
})();
