// The box to write in: Enter sends, Shift+Enter starts a new line, and it grows with what is in it.

import { maxText, words } from "./words.js";

export class Composer {
  #form = document.querySelector("#composer");
  #box = document.querySelector("#message");
  #hint = document.querySelector("#hint");
  #onSay;

  constructor(onSay) {
    this.#onSay = onSay;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#box.addEventListener("keydown", (event) => {
      // While an input method composes a word, Enter belongs to it.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    this.#box.addEventListener("input", () => {
      this.hint("");
      this.#fit();
    });
  }

  focus() {
    this.#box.focus();
  }

  /** Say what is wrong with what was written. */
  hint(sentence) {
    this.#hint.textContent = sentence;
    this.#box.toggleAttribute("aria-invalid", Boolean(sentence));
  }

  /** Give back words that were not taken. */
  giveBack(text, sentence) {
    this.#box.value = [text, this.#box.value].filter(Boolean).join("\n");
    this.#fit();
    this.hint(sentence);
  }

  #submit() {
    const text = this.#box.value;
    if (!text.trim()) return this.hint(words.empty);
    if ([...text].length > maxText) return this.hint(words.too_long);
    this.#box.value = "";
    this.hint("");
    this.#fit();
    this.#onSay(text);
  }

  #fit() {
    this.#box.style.height = "auto";
    this.#box.style.height = `${this.#box.scrollHeight}px`;
  }
}
