// Filters send themselves (htmx does it), so their button is not needed; what is empty stays out of the address.

for (const button of document.querySelectorAll("[data-filters] [data-filters-button]")) button.hidden = true;

const filled = (pairs) => [...pairs].filter(([, value]) => value !== "");

const address = (pairs) => JSON.stringify(filled(pairs).sort());

document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.matches("[data-filters]")) return;
  const sent = event.detail.formData;
  // Leaving the search field says "change" once more: the list on the screen is already the answer.
  if (address(sent) === address(new URLSearchParams(location.search))) event.preventDefault();
  for (const [name, value] of [...sent.entries()]) if (value === "") sent.delete(name);
});
