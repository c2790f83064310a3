// Shows the conversation. What was said earlier goes into #history, which screen readers do not announce; what is new
// goes into #log, which they do.

import { fillReply } from "./text.js";
import { make, say, words } from "./words.js";

const START = "/start";
const NEAR_PIXELS = 60;
const SPACE_ABOVE_PIXELS = 14;

export class Conversation {
  #page = document.querySelector("#chat");
  #history = document.querySelector("#history");
  #log = document.querySelector("#log");
  #newest = document.querySelector("#newest");
  #content = document.querySelector("#conversation");
  #known = new Set();
  #day = dayOf(new Date());
  #lastOwn = null;
  #following = true;
  #put = 0;
  #onTap;

  constructor(onTap) {
    this.#onTap = onTap;
    this.#newest.addEventListener("click", () => this.#toEnd());
    this.#page.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    // Pictures that load late, a growing box or the keyboard of a phone must not push the newest words out of sight.
    const layout = new ResizeObserver(() => this.#following && this.#follow());
    layout.observe(this.#page);
    layout.observe(this.#content);
  }

  /** Show an earlier conversation again. */
  showHistory(items) {
    for (const item of items) {
      this.#showDay(this.#history, item.at);
      if (item.direction === "in") this.#history.append(own(item.text, item.kind));
      else if (this.#isNew(item.id)) this.#history.append(this.#reply(item));
    }
    this.#follow();
  }

  /** Show what the person just wrote or tapped; gives back its bubble. */
  showOwn(text) {
    this.#lastOwn = this.#log.appendChild(own(text));
    this.#following = true;
    this.#follow();
    return this.#lastOwn;
  }

  /** Show a message of Kith's, once. */
  showReply(message) {
    if (!this.#isNew(message.id)) return false;
    this.#showDay(this.#log, message.at);
    this.#log.append(this.#reply(message));
    if (this.#following) this.#follow();
    else this.#newest.hidden = false;
    return true;
  }

  /** Bring buttons up to date, as of `asked`: some can be tapped again, some were tapped elsewhere. */
  update(items, asked) {
    const spent = new Map(items.flatMap((item) => item.buttons.flat()).map((one) => [one.token, one.spent]));
    for (const button of this.#content.querySelectorAll("button[data-token]")) {
      if (!spent.has(button.dataset.token)) continue;
      if (Number(button.dataset.putAway) > asked) continue; // tapped while this was on its way
      button.disabled = spent.get(button.dataset.token);
      if (!button.disabled) unchoose(button);
    }
  }

  /** Ids may be given anew once everything was erased. */
  forgetIds() {
    this.#known.clear();
  }

  /** Scroll on to the end, but not past the person's own last words: a long answer is read from its start. */
  #follow() {
    this.#page.scrollTop = Math.max(this.#page.scrollTop, this.#goal());
    this.#put = this.#page.scrollTop;
    this.#newest.hidden = this.#isAtEnd();
  }

  #toEnd() {
    this.#lastOwn = null;
    this.#following = true;
    this.#follow();
  }

  #goal() {
    if (!this.#history.hasChildNodes() && !this.#log.hasChildNodes()) return 0;
    const end = this.#page.scrollHeight - this.#page.clientHeight;
    if (!this.#lastOwn?.isConnected) return end;
    const above = this.#lastOwn.getBoundingClientRect().top - this.#page.getBoundingClientRect().top;
    return Math.min(end, this.#page.scrollTop + above - SPACE_ABOVE_PIXELS);
  }

  /** The person scrolled: at the end they want to see what comes; further up they are reading. */
  #scrolled() {
    if (Math.abs(this.#page.scrollTop - this.#put) < 2) return;
    if (this.#isAtEnd()) this.#toEnd();
    else this.#following = this.#page.scrollTop >= this.#goal() - NEAR_PIXELS;
  }

  #isNew(id) {
    if (this.#known.has(id)) return false;
    this.#known.add(id);
    return true;
  }

  #isAtEnd() {
    return this.#page.scrollHeight - this.#page.scrollTop - this.#page.clientHeight < NEAR_PIXELS;
  }

  #showDay(where, at) {
    const day = dayOf(new Date(at));
    if (day === this.#day) return;
    this.#day = day;
    const time = make("time", "", day);
    time.dateTime = at;
    const divider = make("p", "day");
    divider.append(time);
    where.append(divider);
  }

  #reply(message) {
    const bubble = bubbleFor("kith", words.kith, message.kind);
    bubble.dataset.id = message.id;
    if (message.text) fillReply(bubble.appendChild(spoken()), message.text, message.kind);
    if (message.picture) bubble.append(picture(message.picture));
    if (message.document) bubble.append(file(message.document));
    if (message.buttons.length) bubble.append(this.#buttons(message.buttons));
    return bubble;
  }

  #buttons(rows) {
    const group = make("div", "buttons");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words.answers);
    for (const row of rows) {
      const line = group.appendChild(make("div", "row"));
      for (const one of row) line.append(this.#button(one, group));
    }
    return group;
  }

  #button({ title, token, spent }, group) {
    const button = make("button", "", title);
    button.type = "button";
    button.dir = "auto";
    button.dataset.token = token;
    button.disabled = spent;
    button.addEventListener("click", (event) => {
      const choice = choose(group, button);
      this.#onTap({ title, token, choice, byKeyboard: event.detail === 0 });
    });
    return button;
  }
}

/** The day in the person's own calendar; today needs no mention until the day changes. */
function dayOf(moment) {
  return moment.toLocaleDateString(undefined, { weekday: "long", day: "numeric", month: "long" });
}

/** One answer a message: the others are put away with the one taken, and come back if it cannot be taken. */
function choose(group, button) {
  const open = [...group.querySelectorAll("button:enabled")];
  for (const one of open) {
    one.disabled = true;
    one.dataset.putAway = performance.now();
  }
  button.classList.add("chosen");
  button.append(make("span", "for-ears", ` (${words.chosen})`));
  return {
    undo() {
      for (const one of open) one.disabled = false;
      unchoose(button);
    },
  };
}

function unchoose(button) {
  button.classList.remove("chosen");
  button.querySelector(".for-ears")?.remove();
}

function own(text, kind = "text") {
  const bubble = bubbleFor("own", words.you, kind);
  bubble.append(spoken());
  bubble.querySelector(".words").textContent = text === START ? words.start : text;
  return bubble;
}

function bubbleFor(who, name, kind) {
  const bubble = make("div", `message ${who} ${kind}`);
  bubble.append(make("span", "for-ears", `${name}: `));
  return bubble;
}

function spoken() {
  const element = make("p", "words");
  element.dir = "auto";
  return element;
}

function file({ url, name }) {
  const anchor = make("a", "file", say("download", { name: name || words.file }));
  anchor.href = url;
  anchor.download = name;
  return anchor;
}

function picture({ url, alt }) {
  const image = make("img");
  image.alt = alt;
  image.src = url;
  image.addEventListener("error", () => image.replaceWith(make("p", "quiet", `${words.picture_missing} ${alt}`)));
  return image;
}
