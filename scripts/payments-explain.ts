import { parseArgs } from "node:util";
import { createFormatter, createTranslator } from "next-intl";
import { openDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { explainPayment } from "@/lib/payments/explain-payment";
import { partsOf, spokenValues } from "@/lib/shared/spoken-values";
import { whenWords } from "@/lib/shared/when-words";
import english from "@/messages/en.json";
import urdu from "@/messages/ur.json";

const USAGE = "npm run payments:explain -- TXN [--ur]";

function fail(line: string): never {
  console.error(line);
  process.exit(1);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { ur: { type: "boolean" } } });
    const [transactionId, ...more] = positionals;
    if (transactionId !== undefined && more.length === 0) return { transactionId, isUrdu: values.ur === true };
  } catch {
    // said below
  }
  return fail(`Use it like this: ${USAGE}, TXN being the reference of one payment.`);
}

const { transactionId, isUrdu } = readArguments();
const { databaseUrl, databasePooler } = env();
if (!databaseUrl) fail("DATABASE_URL: is required and was not set");

const language = { locale: isUrdu ? "ur" : "en", timeZone: "Asia/Karachi" } as const;
const words = isUrdu ? urdu : english;
const translate = createTranslator({ ...language, messages: words.story });
const time = createTranslator({ ...language, messages: words.time });
const format = createFormatter(language);
const now = new Date();
const sayWhen = (moment: Date) => whenWords(time, { locale: language.locale, moment, now });

const { db, close } = openDatabase(databaseUrl, { max: 1, pooler: databasePooler });
const lines = await explainPayment(db, transactionId, now).finally(close);
if (!lines) fail(`No payment of this shop has the reference ${transactionId}.`);
for (const { at, key, values } of lines) {
  console.log(
    `${format.dateTime(at, { dateStyle: "medium", timeStyle: "medium", hourCycle: "h23" })}  ${partsOf(translate(key, spokenValues(values, sayWhen))).join("")}`,
  );
}
