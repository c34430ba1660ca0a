import { expect, it } from "vitest";
import english from "@/messages/en.json";
import urdu from "@/messages/ur.json";

type Tree = { [key: string]: string | Tree };

const entriesOf = (tree: Tree, before = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[before + key, value]] : entriesOf(value, `${before}${key}.`),
  );

/** The arguments and tags that a message asks for, wherever in its branches they stand; `choices` are its branches. */
function askedBy(message: string): { asked: string[]; choices: string[] } {
  const asked = new Set<string>();
  const choices: string[] = [];
  let place = 0;
  const skipTo = (sign: RegExp) => {
    const from = place;
    while (place < message.length && !sign.test(message[place] ?? "")) place += 1;
    return message.slice(from, place).trim();
  };
  const readText = () => {
    while (place < message.length && message[place] !== "}") {
      const tag = /^<\/?(\w+)\/?>/.exec(message.slice(place));
      if (tag) asked.add(`<${tag[1]}>`);
      if (message[place] === "{") readArgument();
      else place += 1;
    }
  };
  const readArgument = () => {
    place += 1;
    const name = skipTo(/[,}]/);
    if (message[place] === "}") asked.add(name);
    else {
      place += 1;
      const kind = skipTo(/[,}]/);
      asked.add(`${name}, ${kind}`);
      if (message[place] === ",") place += 1;
      if (kind === "plural" || kind === "select") readBranches(kind);
      else skipTo(/\}/);
    }
    place += 1;
  };
  const readBranches = (kind: string) => {
    for (skipTo(/\S/); message[place] !== "}"; skipTo(/\S/)) {
      choices.push(`${kind} ${skipTo(/\{/)}`);
      place += 1;
      readText();
      place += 1;
    }
  };
  readText();
  return { asked: [...asked].toSorted(), choices: [...new Set(choices)].toSorted() };
}

const englishLines = entriesOf(english);
const urduLines = entriesOf(urdu);
const inUrdu = new Map(urduLines);

it("says the same things in both languages, in the same order", () => {
  expect(englishLines.length).toBeGreaterThan(300);
  expect(urduLines.map(([key]) => key)).toEqual(englishLines.map(([key]) => key));
});

it.each(englishLines)("%s asks for the same in both languages", (key, message) => {
  expect(askedBy(inUrdu.get(key) ?? "")).toEqual(askedBy(message));
});

it("leaves nothing empty, and nothing in Latin letters alone where people read Urdu", () => {
  const own = /^shell\.otherLanguage\./; // a language's name in itself
  const isUrdu = (message: string) =>
    /\p{Script=Arabic}/u.test(message) || !/[a-z]/i.test(message.replace(/{[^}]*}/g, ""));
  const wrong = urduLines.filter(([key, message]) => !own.test(key) && (message === "" || !isUrdu(message)));
  expect(wrong.map(([key]) => key)).toEqual([]);
});

it("writes Urdu as Urdu is written: its own letters and stops, and Latin figures", () => {
  const arabicLetters = /[\u064a\u0643\u0649\u0660-\u0669\u06f0-\u06f9]/; // Arabic's ya and kaf look alike and are not found
  expect(urduLines.filter(([, message]) => arabicLetters.test(message)).map(([key]) => key)).toEqual([]);
  expect(urduLines.filter(([, message]) => /\p{Script=Arabic}[,;?.](\s|$)/u.test(message)).map(([key]) => key)).toEqual(
    [],
  );
});

it("reads arguments, tags and branches as they stand", () => {
  expect(askedBy("{n, plural, =0 {none of {name}} other {# <b>x</b>}} {when, date, ::dMMM} {why}")).toEqual({
    asked: ["<b>", "n, plural", "name", "when, date", "why"],
    choices: ["plural =0", "plural other"],
  });
});
