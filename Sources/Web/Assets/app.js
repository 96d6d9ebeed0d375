// Only makes things quicker; every page works without it.
"use strict";
document.addEventListener("submit", (event) => {
  // The second press sends the same id and is the same command: the words only say that it is on its way.
  const button = event.submitter;
  if (button && button.matches(".b") && event.target.method === "post") {
    button.textContent = document.documentElement.lang === "en" ? "Sending…" : "正在提交…";
  }
});
// A page out of the browser's memory is asked for anew, but for a form: gone back to, it is the same command.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && !document.querySelector("input[name=id]")) location.reload();
});
const faults = document.getElementById("faults");
if (faults) faults.focus();
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    const search = document.getElementById("q");
    if (search) { event.preventDefault(); search.focus(); }
  }
});
// Photos go as soon as they are chosen; the server's own page says what became of them.
document.addEventListener("change", async (event) => {
  const input = event.target.closest("input[type=file][name^='photos.']");
  if (!input || !input.files.length) return;
  const form = input.form, field = input.closest("fieldset");
  const data = new FormData(form);
  data.set("go", "photos");
  field.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body: data });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const made = page.getElementById(field.id);
    // Anything else than the same form is for a press of the button to show.
    if (made && !answer.redirected) field.replaceWith(made);
  } catch {
    // No line just now: the files stay chosen and go with the form.
  }
  field.removeAttribute("aria-busy");
});
