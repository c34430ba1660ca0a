import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const NOT_SOURCES = /^(node_modules|\..*|e2e|drizzle|test-results|playwright-report|next-env\.d\.ts)$/;
const NOT_BUILT = /(\.(test|spec)\.tsx?|\.md|\.tsbuildinfo)$/;

/** One hash over all files that a production build could depend on: names and contents, not times. */
export function hashSources(root: string): string {
  const hash = createHash("sha256").update(process.version);
  const add = (folder: string) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (NOT_SOURCES.test(entry.name) || NOT_BUILT.test(entry.name)) continue;
      if (entry.isDirectory()) add(path);
      else if (entry.isFile())
        hash
          .update(`${path}\0`)
          .update(readFileSync(join(root, path)))
          .update("\0");
    }
  };
  add("");
  return hash.digest("hex");
}
