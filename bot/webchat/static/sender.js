// Sends what the person wrote or tapped: in order, one at a time, again with the same id until it is stored. What is
// not sent yet outlives a reload of the tab.

const STORE = "kith_unsent";
const FIRST_PAUSE_MS = 800;
const LONGEST_PAUSE_MS = 10_000;
const TIMEOUT_MS = 20_000;

export class Sender {
  #queue = [];
  #busy = true;
  #wake = () => {};
  #told;

  /** `told`: {stored(item, again), refused(item, sentence), waiting(item)}. */
  constructor(told) {
    this.#told = told;
    addEventListener("online", () => this.#wake());
  }

  /** Queue {path, body, shown}; gives back the item, with its id. */
  send(path, body, shown) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const item = { path, shown, body: { id: freshId(), zone, ...body } };
    this.#queue.push(item);
    this.#keep();
    this.#run();
    return item;
  }

  /** What an earlier page of this tab could not send. Like all else, it goes out after start(). */
  resume() {
    const items = JSON.parse(sessionStorage.getItem(STORE) ?? "[]");
    this.#queue.unshift(...items);
    return items;
  }

  /** Send what is queued; ends when all is sent. */
  async #run() {
    if (this.#busy) return;
    this.#busy = true;
    let pause = FIRST_PAUSE_MS;
    while (this.#queue.length) {
      const item = this.#queue[0];
      const answer = await post(item);
      if (answer.later) {
        this.#told.waiting(item);
        await this.#rest(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        continue;
      }
      pause = FIRST_PAUSE_MS;
      this.#queue.shift();
      this.#keep();
      if (answer.stored) this.#told.stored(item, answer.again);
      else this.#told.refused(item, answer.message);
    }
    this.#busy = false;
  }

  /** Begin to send: once the history is here, so that nothing is shown both as history and as new. */
  start() {
    this.#busy = false;
    this.#run();
  }

  /** The line is back: do not wait for the end of the pause. */
  hurry() {
    this.#wake();
  }

  #rest(milliseconds) {
    return new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, milliseconds);
    });
  }

  #keep() {
    if (this.#queue.length) sessionStorage.setItem(STORE, JSON.stringify(this.#queue));
    else sessionStorage.removeItem(STORE);
  }
}

/** {stored, again} when it arrived, {message} when it never will, {later} when it should be tried again. */
async function post({ path, body }) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    return response.status >= 500 || response.status === 429 ? { later: true } : { message: answer.message };
  } catch {
    return { later: true };
  }
}

/** 128 random bits. (crypto.randomUUID exists on secure origins only; a page in a home network is none.) */
function freshId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
