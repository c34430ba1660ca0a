import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Least = "staff" | "admin";
type UseCase = { module: string; name: string; least: Least };

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => ending.test(path))
    .map((path) => join(folder, path))
    .toSorted();

const IMPORT = /^import \{([^}]*)\} from "(@\/lib\/[\w-]+\/[\w-]+)";$/gm;
const NO_USE_CASE = /^@\/lib\/(http|shared|auth)\/|\/(model|schemas|actions|loaders)$/;

/** What a file takes from use-cases and queries, by its name. */
function takenIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, names = "", module = ""] of text.matchAll(IMPORT)) {
    if (NO_USE_CASE.test(module)) continue;
    for (const name of names.split(",").map((each) => each.trim())) {
      if (/^[a-z]\w*$/.test(name)) found.set(name, module);
    }
  }
  return found;
}

const GATE = /\b(staff|admin)Context\(|\b(?:load|require)(Staff|Admin)Context\b/g;

/** The least role that a piece of a file lets in, or null where it is no door of the staff's. */
function leastIn(piece: string): Least | null {
  const gates = [...piece.matchAll(GATE)].map(([, door = "", page = ""]) => (door || page).toLowerCase());
  if (gates.length === 0) return null;
  return gates.includes("staff") ? "staff" : "admin";
}

/** A door's methods, and whatever stands by itself in a file of actions or loaders. */
function piecesOf(text: string): string[] {
  const body = text.replace(/^import [^;]*;$/gm, "");
  return body.split(/^(?=(?:export )?(?:const|async function|function|type) )|^ {2}(?=[A-Z]+: async)/m);
}

/** The least that lets anybody in to a piece: its own gate, or that of the piece which it is a part of. */
function leastOf(piece: string, pieces: string[]): Least | null {
  const own = leastIn(piece);
  const [, name] = /^(?:const|(?:async )?function) (\w+)/.exec(piece) ?? [];
  if (own !== null || name === undefined) return own;
  const users = pieces.filter((other) => other !== piece && new RegExp(`\\b${name}\\b`).test(other)).map(leastIn);
  return users.includes("staff") ? "staff" : (users.find((least) => least !== null) ?? null);
}

/** What several doors answer with has asked nobody: the least that lets anybody in to it. */
const IN_FRONT = /(^|\/)answer-[\w-]+\.ts$/;

/** Whether a piece calls a function with the context of whoever asks, or hands it on to be called so. */
const isGivenWhoAsks = (name: string, piece: string): boolean =>
  new RegExp(`\\b${name}\\(\\s*(ctx\\b|await |\\{ \\.\\.\\.ctx)|\\b${name}\\b(?!\\()`).test(piece);

/** Whatever the doors, actions and loaders of the back office call for whoever asks. */
export function useCasesOfTheBackOffice(): UseCase[] {
  const files = [
    ...filesIn("app/api", /(^|\/)(route|answer-[\w-]+)\.ts$/),
    ...filesIn("lib", /(^|\/)(actions|loaders|answer-export)\.ts$/),
  ];
  const found = new Map<string, UseCase>();
  for (const path of files) {
    const text = readFileSync(path, "utf8");
    const imported = [...takenIn(text)];
    const pieces = piecesOf(text);
    for (const piece of pieces) {
      const least = IN_FRONT.test(path) ? "staff" : leastOf(piece, pieces);
      if (least === null) continue;
      for (const [name, module] of imported.filter(([one]) => isGivenWhoAsks(one, piece))) {
        const isOpenToStaff = least === "staff" || found.get(name)?.least === "staff";
        found.set(name, { module, name, least: isOpenToStaff ? "staff" : "admin" });
      }
    }
  }
  return [...found.values()].toSorted((one, other) => one.module.localeCompare(other.module));
}
