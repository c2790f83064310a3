// The page's sentences come with the page, from the message catalogue: none is written here.

const chat = document.querySelector("#chat");

export const words = JSON.parse(chat.dataset.words);
export const maxText = Number(chat.dataset.maxText);

/** A sentence with its {name}s filled in. */
export function say(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A new element with a class and, perhaps, text. Text is always text, never HTML. */
export function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
