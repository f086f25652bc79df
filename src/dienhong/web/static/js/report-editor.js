// The text of a section with its figures as chips. The textarea stays what is sent, kept as a draft and shown without
// JavaScript; what is typed here is written into it. data-figures says what each expression comes to.

import { chipOf, draw, insert, known, read, show } from "./report-chips.js";

const source = document.querySelector("textarea[data-figures]");

const connect = (textarea) => {
  let values = known(textarea);
  let place = null;
  const editor = document.createElement("div");
  editor.className = "report-text";
  editor.contentEditable = "true";
  editor.spellcheck = false;
  editor.setAttribute("role", "textbox");
  editor.setAttribute("aria-multiline", "true");
  editor.setAttribute("aria-describedby", "id_text_helptext");
  const label = document.querySelector("label[for=id_text]");
  label.id = "id_text_label";
  editor.setAttribute("aria-labelledby", label.id);
  draw(editor, textarea.value, values);
  textarea.before(editor);
  textarea.hidden = true;

  const write = () => {
    textarea.value = read(editor).replace(/\n$/, "");
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  };
  editor.addEventListener("input", write);
  editor.addEventListener("paste", (event) => {
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
    insert(editor, document.createTextNode(text));
    write();
  });
  editor.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    insert(editor, document.createTextNode("\n"));
    write();
  });
  label.addEventListener("click", () => editor.focus());
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.rangeCount && editor.contains(selection.anchorNode)) place = selection.getRangeAt(0).cloneRange();
  });

  const offers = document.querySelector("[data-figure-offers]");
  const choice = offers?.querySelector("select");
  if (offers) offers.hidden = false;
  choice?.addEventListener("change", () => {
    if (!choice.value) return;
    if (place) {
      getSelection().removeAllRanges();
      getSelection().addRange(place);
    }
    insert(editor, chipOf(choice.value, values));
    choice.value = "";
    write();
  });

  // A draft that was filled in again, and what the server says after every preview.
  textarea.form.querySelector("[data-draft-restore]")?.addEventListener("click", () => {
    setTimeout(() => {
      draw(editor, textarea.value, values);
      write();
    });
  });
  document.addEventListener("htmx:afterSettle", () => {
    const preview = document.getElementById("xem-truoc");
    if (!preview) return;
    values = new Map([...values, ...known(preview)]);
    for (const chip of editor.querySelectorAll("[data-source]")) show(chip, values);
  });
};

if (source) connect(source);
