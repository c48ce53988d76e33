"use strict";
(() => {
  const form = document.getElementById("questions");
  const said = document.getElementById("said");
  const shown = document.getElementById("text");
  let page = number();
  let unsaved = false;

  // By chance, and new for each person: it only tells whether the same answers were handed in twice.
  function number() {
    return Array.from(crypto.getRandomValues(new Uint8Array(8)), (n) => n.toString(16).padStart(2, "0")).join("");
  }

  // What no text file can hold, such as half a character that was pasted.
  function clean(text) {
    return text
      .replace(/\r\n?/g, "\n")
      .replace(/\t/g, " ")
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/gu, "")
      .trim();
  }

  function answers() {
    const found = { involve_audit_answers: form.dataset.format, of: form.dataset.of, round: form.dataset.round, page };
    if (form.dataset.about) found.about = form.dataset.about;
    const chosen = {};
    for (const input of form.querySelectorAll("input[type=radio]:checked")) {
      if (input.name === "label_fits") found.label_fits = input.value;
      else chosen[input.name] = input.value;
    }
    found.answers = chosen;
    const words = [];
    for (const area of form.querySelectorAll("textarea")) {
      const text = clean(area.value);
      if (text) {
        const box = document.getElementById(area.id.replace("open", "quote"));
        words.push({ asked: area.dataset.asked, said: text, quote: box.checked ? "yes" : "no" });
      }
    }
    if (words.length) found.words = words;
    return found;
  }

  function text() {
    return JSON.stringify(answers(), null, 2) + "\n";
  }

  function refresh() {
    for (const button of form.querySelectorAll("[data-blank]")) {
      button.hidden = !form.querySelector(`input[name="${button.dataset.blank}"]:checked`);
    }
    shown.textContent = text();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    unsaved = true;
    said.textContent = "";
    refresh();
  });
  for (const button of form.querySelectorAll("[data-blank]")) {
    button.addEventListener("click", () => {
      const boxes = form.querySelectorAll(`input[name="${button.dataset.blank}"]`);
      for (const box of boxes) box.checked = false;
      unsaved = true;
      said.textContent = "";
      refresh();
      boxes[0].focus();
    });
  }

  document.getElementById("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text()], { type: "application/json" }));
    link.download = `answers-${page.slice(0, 8)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    unsaved = false;
    said.textContent = _("Saved as {file}. You will find it where this device keeps what is downloaded.").replace("{file}", link.download);
  });

  document.getElementById("clear").addEventListener("click", () => {
    if (unsaved && !confirm(_("Your answers are not saved. Clear them?"))) return;
    form.reset();
    page = number();
    unsaved = false;
    said.textContent = _("All answers are cleared.");
    refresh();
    window.scrollTo(0, 0);
  });

  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  refresh();
})();
