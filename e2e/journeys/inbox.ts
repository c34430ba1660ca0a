import { expect, type Page } from "@playwright/test";

const SIMULATOR = process.env.SIMULATOR_URL ?? "http://127.0.0.1:4000";
const PATIENCE_MS = 30_000;

export type Letter = {
  id: number;
  channel: "mail" | "sms";
  to: string;
  subject: string;
  text: string;
  html: string | null;
};

/** The first message to an address or number whose subject or text says this, as soon as it is there. */
export async function letterTo(page: Page, to: string, says: string | RegExp): Promise<Letter> {
  let found: Letter | undefined;
  const look = async () => {
    const answer = await page.request.get(`${SIMULATOR}/_control/inbox?to=${encodeURIComponent(to)}`);
    const letters = (await answer.json()) as Letter[];
    found = letters.find(({ subject, text }) => `${subject}\n${text}`.match(says));
    return found !== undefined;
  };
  await expect.poll(look, { timeout: PATIENCE_MS, message: `a message to ${to} that says ${says}` }).toBe(true);
  if (!found) throw new Error("it went away");
  return found;
}

/** The address in a message that leads to this path of the shop. */
export function linkIn({ text }: Letter, path: string): string {
  const link = text.match(/https?:\/\/\S+/g)?.find((address) => new URL(address).pathname.startsWith(path));
  if (!link) throw new Error(`no link to ${path} in: ${text}`);
  return link;
}

/** The message as its reader sees it in the simulator's inbox. */
export const openLetter = (page: Page, { id }: Letter) => page.goto(`${SIMULATOR}/inbox/${id}`);
