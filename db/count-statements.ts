import { type Database, openDatabase } from "@/db/client";

/** The statements that `run` sends, BEGIN and COMMIT among them, on one connection that is open already. */
export async function countStatements(url: string, run: (db: Database) => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const { db, close } = openDatabase(url, { max: 1, onStatement: (_connection, text) => sent.push(text.trim()) });
  try {
    await db.execute("select 1"); // opening a connection asks for its array types
    sent.length = 0;
    await run(db);
    return [...sent];
  } finally {
    await close();
  }
}
