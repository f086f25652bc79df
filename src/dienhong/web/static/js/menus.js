// <details data-menu>: closes on Esc and on a click outside; arrows move inside.

const menus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("focusin", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.("details[data-menu][open]");
  if (!menu) return;
  if (event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const stops = [...menu.querySelectorAll("summary, a, button, input")].filter((stop) => stop.offsetParent);
    const next = stops[stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    next?.focus();
    event.preventDefault();
  }
});
