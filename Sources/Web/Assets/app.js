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
  // On a plan the arrows are its links.
  const way = !typing && document.querySelector(`[data-plan] [data-key="${event.key}"]`);
  if (way && event.target.closest("[data-plan]")) { event.preventDefault(); way.click(); }
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
// A long form is kept as a draft when something in it has changed: every twenty seconds, and when it is left.
const draft = document.querySelector("form[data-draft]");
if (draft) {
  let changed = false, sent = false;
  const typed = () => {
    const fields = [...new FormData(draft)].filter(([name, value]) => typeof value === "string" && name !== "go");
    return new URLSearchParams([...fields, ["go", "draft"]]);
  };
  const kept = () => {
    changed = false;
    if (draft.elements.draft) return;
    // So that the server forgets it when the form is recorded.
    const mark = Object.assign(document.createElement("input"), { type: "hidden", name: "draft", value: draft.elements.id.value });
    draft.append(mark);
  };
  draft.addEventListener("input", () => { changed = true; });
  draft.addEventListener("submit", () => { sent = true; });
  setInterval(async () => {
    if (!changed || sent) return;
    try {
      const answer = await fetch(draft.action, { method: "POST", body: typed() });
      if (answer.ok && !answer.redirected) kept();
    } catch { /* No line just now. */ }
  }, 20000);
  window.addEventListener("pagehide", () => {
    if (changed && !sent) navigator.sendBeacon(draft.action, typed());
  });
}
// What is like a call is asked for as soon as place and category are known.
document.addEventListener("change", async (event) => {
  const near = document.getElementById("duplicates"), form = near && near.closest("form");
  if (!form || !["site.address", "site.estate", "site.lat", "site.lon", "category", "caller.phone"].includes(event.target.name)) return;
  if (!form.elements["site.address"].value.trim() || !form.elements.category.value) return;
  const data = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  data.set("go", "check");
  try {
    const answer = await fetch(form.action, { method: "POST", body: data });
    const made = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("duplicates");
    if (made && answer.ok) document.getElementById("duplicates").replaceWith(made);
  } catch { /* The button is there. */ }
});
