// Listens to the stream of events, and comes back after a broken line with the last id seen.

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

export class Listener {
  #source = null;
  #last = 0;
  #pause = FIRST_PAUSE_MS;
  #timer = 0;
  #told;

  /** `told`: {message(message), typing(on), gone(), line(up)}. */
  constructor(told) {
    this.#told = told;
    addEventListener("online", () => this.#timer && this.#open());
    addEventListener("pagehide", () => this.#close());
    addEventListener("pageshow", (event) => event.persisted && this.#last && this.#open());
  }

  /** Listen from after that id on, if not listening already. */
  listen(after = this.#last) {
    this.#last = Math.max(this.#last, after);
    if (!this.#source && !this.#timer) this.#open();
  }

  #open() {
    this.#close();
    const source = new EventSource(`/chat/stream?after=${this.#last}`);
    this.#source = source;
    source.onopen = () => {
      this.#pause = FIRST_PAUSE_MS;
      this.#told.line(true);
    };
    source.onerror = () => this.#comeBack();
    source.addEventListener("message", (event) => {
      this.#last = Math.max(this.#last, Number(event.lastEventId));
      this.#told.message(JSON.parse(event.data));
    });
    source.addEventListener("typing", (event) => this.#told.typing(JSON.parse(event.data).on));
    source.addEventListener("gone", () => {
      this.#close();
      this.#last = 0;
      this.#told.gone();
    });
  }

  #comeBack() {
    this.#close();
    this.#told.line(false);
    this.#timer = setTimeout(() => this.#open(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#source?.close();
    this.#source = null;
  }
}
