import { expect, test } from "vitest";
import english from "@/messages/en.json";
import urdu from "@/messages/ur.json";

/** What is filled into a message, and which cases it tells apart; `at` is the place behind an opening brace. */
function readText(message: string, at: number, found: Set<string>): number {
  while (at < message.length && message[at] !== "}") {
    at = message[at] === "{" ? readPlace(message, at + 1, found) : at + 1;
  }
  return at + 1;
}

function readPlace(message: string, at: number, found: Set<string>): number {
  const [whole = "", name, kind] = /^(\w+)(?:, (\w+), ?)?/.exec(message.slice(at)) ?? [];
  found.add(`${name} ${kind ?? ""}`);
  at += whole.length;
  if (kind !== "select" && kind !== "plural") return message.indexOf("}", at) + 1;
  for (;;) {
    const option = /^\s*([=\w]+) \{/.exec(message.slice(at));
    if (!option) return message.indexOf("}", at) + 1;
    found.add(`${name} is ${option[1]}`);
    at = readText(message, at + option[0].length, found);
  }
}

function factsOf(message = ""): string[] {
  const found = new Set<string>();
  readText(message, 0, found);
  return [...found].toSorted();
}

test("a message is read to its end", () => {
  expect(factsOf("{a, select, b {c {d}} other {{e, date, ::y} f}} {g}.")).toEqual(
    ["a is b", "a is other", "a select", "d ", "e date", "g "].toSorted(),
  );
});

test("a payment's story is told in both languages, with the same facts and the same cases", () => {
  const inUrdu: Record<string, string> = urdu.story;
  expect(Object.keys(inUrdu)).toEqual(Object.keys(english.story));
  for (const [key, message] of Object.entries(english.story)) {
    expect(factsOf(inUrdu[key]), key).toEqual(factsOf(message));
  }
});
