// A Vietnamese date field: 5/11 becomes 05/11/ and this year on leaving it; the button opens the browser's own calendar.

const pad = (number) => String(number).padStart(2, "0");

export const complete = (text, today = new Date()) => {
  const parts = text.trim().match(/^(\d{1,2})[\/.\- ](\d{1,2})(?:[\/.\- ](\d{2}|\d{4}))?$/);
  if (!parts) return text;
  const [day, month] = [Number(parts[1]), Number(parts[2])];
  const year = parts[3] ? Number(parts[3].length === 2 ? `20${parts[3]}` : parts[3]) : today.getFullYear();
  const date = new Date(year, month - 1, day);
  const real = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
  return real ? `${pad(day)}/${pad(month)}/${year}` : text;
};

const toNative = (text) => {
  const parts = complete(text).match(/^(\d{2})\/(\d{2})\/(\d{4})$/);
  return parts ? `${parts[3]}-${parts[2]}-${parts[1]}` : "";
};

const connect = (field) => {
  const [typed, native] = field.querySelectorAll("input");
  const button = field.querySelector("button");
  if (typed.disabled || !("showPicker" in native)) return;
  button.hidden = false;
  native.hidden = false;
  typed.addEventListener("blur", () => {
    const whole = complete(typed.value);
    if (whole === typed.value) return;
    typed.value = whole;
    typed.dispatchEvent(new Event("input", { bubbles: true }));
  });
  button.addEventListener("click", () => {
    native.value = toNative(typed.value);
    native.showPicker();
  });
  native.addEventListener("change", () => {
    if (!native.value) return;
    typed.value = native.value.split("-").reverse().join("/");
    typed.dispatchEvent(new Event("input", { bubbles: true }));
    typed.dispatchEvent(new Event("change", { bubbles: true }));
  });
};

if (typeof document !== "undefined") {
  for (const field of document.querySelectorAll("[data-date]")) connect(field);
}
