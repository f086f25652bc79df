// A text with its figures as chips: drawn from what is sent, read back into it.

const EXPRESSION = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}/g;
const LONG = 40;

export const known = (element) => new Map(Object.entries(JSON.parse(element.dataset.figures || "{}")));

export const show = (chip, values) => {
  const [words, refused] = values.get(chip.dataset.source) || [];
  if (words === undefined) return;
  chip.textContent = words || "…";
  chip.classList.toggle("is-long", words.length > LONG);
  chip.classList.toggle("is-wrong", refused);
};

export const chipOf = (expression, values) => {
  const chip = document.createElement("span");
  chip.className = expression.startsWith("{{") ? "figure-chip" : "figure-chip is-rule";
  chip.contentEditable = "false";
  chip.dataset.source = expression;
  chip.title = expression;
  chip.textContent = "…";
  show(chip, values);
  return chip;
};

export const draw = (editor, text, values) => {
  const pieces = [];
  let end = 0;
  for (const found of text.matchAll(EXPRESSION)) {
    pieces.push(text.slice(end, found.index), chipOf(found[0], values));
    end = found.index + found[0].length;
  }
  // A last empty line would otherwise not be there to be typed on.
  editor.replaceChildren(...pieces, text.slice(end), text.endsWith("\n") ? "" : "\n");
};

const LINES = new Set(["DIV", "P"]);

export const read = (node) => {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.data;
    else if (child.dataset?.source) text += child.dataset.source;
    else if (child.nodeName === "BR") text += "\n";
    else if (LINES.has(child.nodeName)) text += (text && !text.endsWith("\n") ? "\n" : "") + read(child);
    else text += read(child);
  }
  return text;
};

export const insert = (editor, node) => {
  const selection = getSelection();
  if (!selection.rangeCount || !editor.contains(selection.anchorNode)) {
    editor.append(node);
    return;
  }
  const range = selection.getRangeAt(0);
  range.deleteContents();
  range.insertNode(node);
  range.setStartAfter(node);
  range.collapse(true);
  selection.removeAllRanges();
  selection.addRange(range);
};
