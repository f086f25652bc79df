// <details data-menu>: closes on Esc and on a click outside; arrows move inside; a search field narrows a long list.

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

// "dang ky" finds "đăng ký", as everywhere in the house.
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

for (const box of document.querySelectorAll("[data-menu-search]")) {
  box.hidden = false;
  const links = box.parentElement.querySelectorAll("nav a");
  box.querySelector("input").addEventListener("input", (event) => {
    const wanted = fold(event.target.value.trim());
    for (const link of links) link.hidden = !fold(link.textContent).includes(wanted);
  });
}
