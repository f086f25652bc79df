// Filters send themselves (htmx does it), so their button is not needed; what is empty stays out of the address.

for (const button of document.querySelectorAll("[data-filters] [data-filters-button]")) button.hidden = true;

document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.matches("[data-filters]")) return;
  for (const [name, value] of [...event.detail.formData.entries()]) {
    if (value === "") event.detail.formData.delete(name);
  }
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-filters]")) return;
  for (const control of event.target.elements) {
    if (control.name && control.value === "") control.disabled = true;
  }
  setTimeout(() => {
    for (const control of event.target.elements) control.disabled = false;
  });
});
