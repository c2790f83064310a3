// Puts the page together: composer and buttons -> sender -> server -> listener -> conversation.

import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { Listener } from "./listener.js";
import { Sender } from "./sender.js";
import { make, words } from "./words.js";

const TYPING_AFTER_MS = 400;
const OFFLINE_AFTER_MS = 1_500;
const HISTORY_AGAIN_MS = 1_500;

const welcome = document.querySelector("#welcome");
const typing = document.querySelector("#typing");
const offline = document.querySelector("#offline");
const title = document.title;
const bubbles = new Map();
const choices = new Map();
let unread = 0;
let refreshOnReply = false;
let typingTimer = 0;
let offlineTimer = 0;

const conversation = new Conversation(({ title: shown, token, choice, byKeyboard }) => {
  const item = send("/chat/tap", { token }, shown);
  choices.set(item.body.id, choice);
  refreshOnReply = true;
  // A button that is put away would take the keyboard's place in the page with it.
  if (byKeyboard) composer.focus();
});
const composer = new Composer((text) => send("/chat/say", { text }, text));
const sender = new Sender({ stored, refused, waiting });
const listener = new Listener({
  message: showReply,
  typing: showTyping,
  gone: () => conversation.forgetIds(),
  line: (up) => {
    showOffline(!up);
    if (up) sender.hurry();
    else showTyping(false);
  },
});

function send(path, body, shown) {
  welcome.hidden = true;
  const item = sender.send(path, body, shown);
  bubbles.set(item.body.id, conversation.showOwn(shown));
  return item;
}

function stored(item, again) {
  const bubble = bubbles.get(item.body.id);
  // Sent before a reload, and stored then: the history shows it already.
  if (again && item.resumed) bubble?.remove();
  bubble?.classList.remove("waiting");
  bubble?.querySelector(".state")?.remove();
  forget(item);
  listener.listen();
}

function refused(item, sentence) {
  bubbles.get(item.body.id)?.remove();
  choices.get(item.body.id)?.undo();
  if (item.body.text) composer.giveBack(item.body.text, sentence);
  else composer.hint(sentence);
  forget(item);
}

function waiting(item) {
  const bubble = bubbles.get(item.body.id);
  if (bubble && !bubble.querySelector(".state")) bubble.append(make("span", "state", words.not_sent));
  bubble?.classList.add("waiting");
  showOffline(true);
}

function forget(item) {
  bubbles.delete(item.body.id);
  choices.delete(item.body.id);
  if (!bubbles.size) showOffline(false);
}

function showReply(message) {
  showTyping(false);
  // Some buttons can be tapped more than once; which, is known when the tap has been answered.
  if (refreshOnReply) refresh();
  if (conversation.showReply(message) && document.hidden) document.title = `(${(unread += 1)}) ${title}`;
}

/** Answers mostly come at once; only a longer wait is worth a word. */
function showTyping(on) {
  clearTimeout(typingTimer);
  if (!on) typing.textContent = "";
  else typingTimer = setTimeout(() => (typing.textContent = words.typing), TYPING_AFTER_MS);
}

function showOffline(on) {
  if (on) {
    offlineTimer ||= setTimeout(() => (offline.textContent = words.offline), OFFLINE_AFTER_MS);
  } else {
    clearTimeout(offlineTimer);
    offlineTimer = 0;
    offline.textContent = "";
  }
}

async function refresh() {
  refreshOnReply = false;
  const asked = performance.now();
  conversation.update((await fetchHistory()).items, asked);
}

async function begin() {
  const unsent = sender.resume();
  const past = await fetchHistory();
  conversation.showHistory(past.items);
  welcome.hidden = past.started || unsent.length > 0;
  for (const item of unsent) {
    item.resumed = true;
    bubbles.set(item.body.id, conversation.showOwn(item.shown));
  }
  if (past.started) listener.listen(past.last);
  sender.start();
}

async function fetchHistory() {
  for (;;) {
    try {
      const response = await fetch("/chat/history");
      const past = await response.json();
      if (response.ok) showOffline(false);
      else if (response.status < 500) composer.hint(past.message);
      if (response.status < 500) return { started: false, last: 0, items: [], ...past };
    } catch {
      // The line is down: the notice says so, and the next round asks again.
    }
    showOffline(true);
    await new Promise((resolve) => setTimeout(resolve, HISTORY_AGAIN_MS));
  }
}

document.querySelector("#start").addEventListener("click", () => {
  send("/chat/say", { text: "/start" }, "/start");
  composer.focus();
});
document.querySelector("#safe").addEventListener("click", () => send("/chat/say", { text: "/safe" }, "/safe"));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  refresh();
  unread = 0;
  document.title = title;
});
begin();
