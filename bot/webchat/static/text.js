// Turns a message's words into text nodes, and what a person may want to tap (a number, an address) into links.

import { make } from "./words.js";

const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/;
const BARE_ADDRESS = /\b(?:[a-z0-9-]+\.)+(?:com|org|net|info|gov|uk|eu|de|fr|au|ca|ie|nz)\b(?:\/[^\s<>"'.,;:!?)]+)?/;
// A number to ring starts with + or three digits, or is long: "9-17", "24" and the year 2026 are not numbers to ring.
const NUMBER =
  /(?<![\w/.:#-])(?!20\d\d(?![ -]?\d))(?:\+\d[\d ()-]{5,}\d|\d{3,}(?:[ -]\d+)*|\d(?:[ -]\d{3,}){2,})(?![\w/:-]|\.\w)/;
const TO_WRITE_TO = /\b(?:text|write|sms)\b.* to $/i;
const ONLY_A_NUMBER = /^\+?\d[\d ()-]+\d$/;

/** Put a message of Kith's into an element. Numbers are links in a crisis, or where they have a line to themselves. */
export function fillReply(element, text, kind) {
  const pattern = new RegExp(kind === "crisis" ? `${sources(ADDRESS, BARE_ADDRESS, NUMBER)}` : ADDRESS.source, "gi");
  text.split("\n").forEach((line, index) => {
    if (index) element.append("\n");
    if (ONLY_A_NUMBER.test(line.trim())) element.append(phone(line.trim()));
    else fillLine(element, line, pattern);
  });
}

function fillLine(element, line, pattern) {
  let from = 0;
  for (const match of line.matchAll(pattern)) {
    element.append(line.slice(from, match.index), link(match[0], line.slice(0, match.index)));
    from = match.index + match[0].length;
  }
  element.append(line.slice(from));
}

function link(found, before) {
  if (/^[+\d]/.test(found) && !found.includes(".")) return phone(found, TO_WRITE_TO.test(before) ? "sms" : "tel");
  const anchor = make("a", "", found);
  anchor.href = /^https?:/i.test(found) ? found : `https://${found}`;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

function phone(number, how = "tel") {
  const anchor = make("a", "phone", number);
  anchor.href = `${how}:${number.replace(/[^+\d]/g, "")}`;
  anchor.dir = "ltr";
  return anchor;
}

function sources(...patterns) {
  return patterns.map((pattern) => `(?:${pattern.source})`).join("|");
}
