// <form data-draft="key">: what was typed is kept in this browser and offered back after a time-out or a closed lid.
// A page that shows <… data-draft-saved="key"> says that the record was saved: its draft is dropped.
// Files, passwords and the CSRF token are never kept.

const PREFIX = "dienhong:draft:";
const SKIP = new Set(["file", "password", "hidden", "submit", "button"]);

const controls = (form) => [...form.elements].filter((control) => control.name && !SKIP.has(control.type));

const state = (control) => (/checkbox|radio/.test(control.type) ? control.checked : control.value);

const snapshot = (form) => controls(form).map((control) => [control.name, control.value, state(control)]);

const restore = (form, kept) => {
  const fields = controls(form);
  kept.forEach(([name, value, was], index) => {
    const control = fields[index];
    if (control?.name !== name) return;
    if (typeof was !== "boolean") control.value = was;
    else if (control.value === value) control.checked = was;
    if (was !== "" && was !== false) control.closest("details")?.setAttribute("open", "");
  });
};

const offer = (form, key, kept) => {
  const block = form.querySelector("[data-draft-offer]");
  if (!block) return;
  const when = new Date(kept.at).toLocaleString("vi-VN", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit" });
  block.querySelector("[data-draft-when]").textContent = when;
  block.hidden = false;
  block.querySelector("[data-draft-restore]").addEventListener("click", () => {
    restore(form, kept.fields);
    block.hidden = true;
    controls(form)[0]?.focus();
  });
  block.querySelector("[data-draft-drop]").addEventListener("click", () => {
    localStorage.removeItem(key);
    block.hidden = true;
  });
};

const connect = (form) => {
  const key = PREFIX + form.dataset.draft;
  const shown = JSON.stringify(snapshot(form));
  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  if (kept && JSON.stringify(kept.fields) !== shown) offer(form, key, kept);
  form.addEventListener("input", () => {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: snapshot(form) }));
  });
};

// Who signs out leaves nothing behind on a machine that others use.
const forget = () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
};

try {
  for (const saved of document.querySelectorAll("[data-draft-saved]")) {
    localStorage.removeItem(PREFIX + saved.dataset.draftSaved);
  }
  for (const form of document.querySelectorAll("form[data-draft]")) connect(form);
  for (const form of document.querySelectorAll("form[data-sign-out]")) form.addEventListener("submit", forget);
} catch (error) {
  console.warn("drafts are off:", error); // storage may be closed by the browser's policy
}
