import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "@/scripts/root-folder";

type Cron = { path: string; schedule: string };

/** Minutes between two calls of a schedule that says "every n minutes" or "once an hour". */
export function minutesBetween(schedule: string): number {
  const every = /^\*\/(\d+) \* \* \* \*$/.exec(schedule);
  if (every) return Number(every[1]);
  if (/^\d+ \* \* \* \*$/.test(schedule)) return 60;
  throw new Error(`vercel.json has a schedule that this machine cannot keep: ${schedule}`);
}

/** Calls the cron routes of vercel.json at their times, as the hosting would; only what goes wrong is told. */
export function callCrons(siteUrl: string, secret: string, say: (line: string) => void): void {
  const { crons }: { crons: Cron[] } = JSON.parse(readFileSync(join(rootFolder, "vercel.json"), "utf8"));
  for (const { path, schedule } of crons) {
    const call = async () => {
      try {
        const response = await fetch(siteUrl + path, { headers: { authorization: `Bearer ${secret}` } });
        if (!response.ok) say(`cron ${path} answered ${response.status}`);
      } catch (error) {
        say(`cron ${path} could not be called: ${error instanceof Error ? error.message : String(error)}`);
      }
    };
    setInterval(() => void call(), minutesBetween(schedule) * 60_000).unref();
  }
}
