// A row with data-href is a link as a whole; arrows, Home and End go from row to row. The link in the row does the rest.

const rowOf = (target) => target.closest?.("tr[data-href]");

document.addEventListener("click", (event) => {
  const row = rowOf(event.target);
  if (!row || event.defaultPrevented || event.target.closest("a, button, input, label, select, summary")) return;
  if (String(window.getSelection())) return; // the text was being marked, not the row opened
  if (event.ctrlKey || event.metaKey) window.open(row.dataset.href, "_blank", "noopener");
  else window.location.assign(row.dataset.href);
});

const STEPS = {
  ArrowDown: (rows, at) => rows[at + 1],
  ArrowUp: (rows, at) => rows[at - 1],
  Home: (rows) => rows[0],
  End: (rows) => rows.at(-1),
};

document.addEventListener("keydown", (event) => {
  const row = rowOf(event.target);
  const step = STEPS[event.key];
  if (!row || !step || event.target.matches("input, select, textarea")) return;
  const rows = [...row.parentElement.querySelectorAll("tr[data-href]")];
  const link = step(rows, rows.indexOf(row))?.querySelector("a");
  if (!link) return;
  link.focus();
  event.preventDefault();
});
