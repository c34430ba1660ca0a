/** The two addresses of a shop that the gateway's news comes to. */
export type Door = "callback" | "return";

export type Message = {
  door: Door;
  method: "GET" | "POST";
  contentType: string | null;
  body: string;
  query: string;
};

/** What a message says; in JSON a value may be anything. */
export type Said = Record<string, unknown>;

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

export const post = (door: Door, contentType: string, body: string): Message => ({
  door,
  method: "POST",
  contentType,
  body,
  query: "",
});

const asJson = (door: Door, said: Said): Message => post(door, JSON_TYPE, JSON.stringify(said));

/** As a browser posts a form: text alone, a list under `name[]`, what is null as nothing. */
export const formEntries = (said: Said): [string, string][] =>
  Object.entries(said).map(([name, value]) => {
    if (Array.isArray(value)) return [`${name}[]`, String(value[0])];
    if (value === true) return [name, "1"];
    return [name, typeof value === "string" || typeof value === "number" ? String(value) : ""];
  });

export const asEntries = (door: Door, entries: [string, string][]): Message =>
  post(door, FORM_TYPE, new URLSearchParams(entries).toString());

export const asQuery = (door: Door, said: Said): Message => ({
  door,
  method: "GET",
  contentType: null,
  body: "",
  query: new URLSearchParams(formEntries(said)).toString(),
});

/** As the gateway brings it there: its servers as JSON to the callback, the payer's browser as a form to the return. */
export const asUsual = (door: Door, said: Said): Message =>
  door === "callback" ? asJson(door, said) : asEntries(door, formEntries(said));
