// <form data-busy>: while it is being sent its button rests and its [data-busy-word] says what is going on.

const rest = (form, busy) => {
  form.toggleAttribute("aria-busy", busy);
  for (const word of form.querySelectorAll("[data-busy-word]")) word.hidden = !busy;
  for (const button of form.querySelectorAll("button[type=submit]")) button.disabled = busy;
};

for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => setTimeout(() => rest(form, true)));
}

// Back from the next page the browser shows this one as it was left.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.querySelectorAll("form[data-busy]")) rest(form, false);
});
