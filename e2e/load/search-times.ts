import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@/db/client";
import { startPostgres } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { seedShop } from "@/db/seed/seed-shop";
import { manyProducts } from "@/e2e/load/many-products";
import { findCards } from "@/lib/catalog/find-cards";

const PRODUCTS = 10_000;
const ROUNDS = 5;
const WORDS = [
  "honey rice kurta charger teapot pressure cooker prayer mat blue pottery vase leather chappal brass lamp football attar",
  "shehad chawal balla guldan joota chadar ketli qalam janamaz itar tasbeeh gend churi lihaf aam khajoor namak pankha",
  "شہد چاول بلا گلدان چپل شال چینک قلم عطر تسبیح چھری رضائی آم کھجور نمک پنکھا گھڑی بستہ پیالہ لیمپ",
].map((line) => line.split(" "));

/** One letter left out, doubled, or swapped with the next. */
function mistyped(word: string, how: number): string {
  const letters = [...word];
  const at = 1 + (how % Math.max(1, letters.length - 2));
  if (how % 3 === 0) return letters.toSpliced(at, 1).join("");
  if (how % 3 === 1) return letters.toSpliced(at, 0, letters[at] ?? "").join("");
  return [...letters.slice(0, at), letters[at + 1] ?? "", letters[at], ...letters.slice(at + 2)].join("");
}

const queries = WORDS.flatMap((words) =>
  words.flatMap((word, nth) => {
    const other = words[(nth + 5) % words.length] ?? "";
    return [
      word,
      mistyped(word, nth),
      `${word} ${other}`,
      `${mistyped(other, nth)} ${word}`,
      word.slice(0, 2 + (nth % 2)),
    ];
  }),
);

const folder = mkdtempSync(join(tmpdir(), "sauda-search-"));
const server = await startPostgres(folder, { durable: false });
await migrate(server.url);
const { db, close } = openDatabase(server.url, { max: 2 });
await seedShop(db, { demoAccounts: false });
await manyProducts(db, PRODUCTS);

for (const isGrouped of [true, false]) {
  const times: { query: string; ms: number }[] = [];
  let found = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    for (const search of queries) {
      const began = performance.now();
      const { count } = await findCards(db, { search, page: 1, page_size: 24 }, { isGrouped });
      if (round > 0) times.push({ query: search, ms: performance.now() - began });
      if (round === 1 && count > 0) found++;
    }
  }
  const sorted = times.toSorted((a, b) => a.ms - b.ms);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)]?.ms.toFixed(1);
  const { query, ms } = sorted.at(-1) ?? { query: "", ms: 0 };
  console.log(
    `${isGrouped ? "Cards" : "Products"} among ${PRODUCTS}: ${queries.length} queries, ${found} of them found something, ` +
      `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, slowest ${ms.toFixed(1)} ms (“${query}”)`,
  );
}
await close();
await server.stop();
for (const path of [folder, server.folder]) rmSync(path, { recursive: true, force: true });
