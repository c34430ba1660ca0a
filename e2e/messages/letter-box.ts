import { afterAll } from "vitest";
import type { Database } from "@/db/client";
import { later, NOON } from "@/db/test-fixtures";
import { startSimulator } from "@/e2e/simulator/start-simulator";
import { sendMessages } from "@/lib/messages/send-messages";

export type Received = {
  channel: "mail" | "sms";
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string | null;
  message_id: string;
  language: string;
  times: number;
};

type Fault = "refused_for_now" | "refused_for_good" | "taken_and_cut";

/** The simulator's receivers as the shop's carriers; call it once at the top, before the shop reads its environment. */
export async function letterBox({ siteUrl = "https://sauda.example" } = {}) {
  const simulator = await startSimulator({ port: 0 });
  Object.assign(process.env, { SITE_URL: siteUrl, SMTP_URL: simulator.smtpUrl, SMS_URL: `${simulator.url}/sms` });
  afterAll(() => simulator.close());
  const control = (method: string, path: string, body?: object) =>
    fetch(`${simulator.url}/_control/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
  return {
    received: async (): Promise<Received[]> => (await control("GET", "inbox")).json() as Promise<Received[]>,
    empty: async () => {
      await control("DELETE", "inbox");
      await control("DELETE", "faults");
    },
    fails: (target: "mail" | "sms", fault: Fault, times: number | "always" = 1) =>
      control("POST", "faults", { target, fault, times }),
  };
}

/** Somebody sends what waits, so many minutes after noon. */
export const sendAt = (db: Database, minutes: number) =>
  sendMessages({ db, now: later(NOON, minutes), actor: { kind: "system", useCase: "send-messages" } });
