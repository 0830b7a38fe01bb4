// The self-test: says at once whether an answer is right. Nothing is stored or sent.
// Without JavaScript the questions can be read and each answer unfolds.
"use strict";
for (const test of document.querySelectorAll("[data-jbakb-test]")) {
  const texts = test.dataset;
  const questions = [...test.querySelectorAll(".jbakb-question")];
  const score = test.querySelector(".jbakb-score");
  const results = new Map();
  const say = (text, values) => Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), text);
  for (const question of questions) {
    const fields = [...question.querySelectorAll("input")];
    const labels = [...question.querySelectorAll("label")];
    const verdict = question.querySelector(".jbakb-verdict");
    const details = question.querySelector("details");
    const right = Number(question.dataset.right);
    fields.forEach((field) => { field.checked = false; }); // a browser may have kept them
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = texts.check;
    verdict.before(button);
    details.hidden = true;
    button.addEventListener("click", () => {
      const chosen = fields.findIndex((field) => field.checked);
      if (chosen < 0) {
        verdict.textContent = texts.none;
        fields[0].focus();
        return;
      }
      const correct = chosen === right;
      verdict.textContent = correct ? texts.yes : say(texts.no, { answer: labels[right].textContent.trim() });
      question.dataset.result = correct ? "right" : "wrong";
      labels.forEach((label, place) => {
        label.classList.toggle("jbakb-right", place === right);
        label.classList.toggle("jbakb-wrong", place === chosen && !correct);
      });
      details.hidden = false;
      details.open = true;
      if (!results.has(question)) results.set(question, correct); // the first answer counts
      const good = [...results.values()].filter(Boolean).length;
      score.textContent = say(texts.score, { right: good, done: results.size, all: questions.length });
    });
  }
}
