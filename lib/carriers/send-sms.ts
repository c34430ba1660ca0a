import { type Handover, reasonOf } from "@/lib/carriers/carrier";

export type Sms = { id: string; to: string; text: string };

const TIMEOUT_MS = 15_000;
const TRY_AGAIN = [408, 425, 429];

/** Hands one SMS to the gateway; the key makes a repeat the same message there. 2xx: taken; 4xx: refused for good. */
export async function sendSms({ id, to, text }: Sms, smsUrl: string): Promise<Handover> {
  try {
    const address = new URL(smsUrl);
    const { username, password } = address;
    address.username = address.password = "";
    const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString(
      "base64",
    );
    const response = await fetch(address, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": id,
        ...(username && { authorization: `Basic ${credentials}` }),
      },
      body: JSON.stringify({ to, text, id }),
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const said = reasonOf(await response.text());
    if (response.ok) return { kind: "taken" };
    const isForGood = response.status >= 400 && response.status < 500 && !TRY_AGAIN.includes(response.status);
    return { kind: isForGood ? "refused" : "again", reason: reasonOf(`${response.status} ${said}`) };
  } catch (thrown) {
    const cause = thrown instanceof Error ? (thrown.cause ?? thrown) : thrown;
    return { kind: "again", reason: reasonOf(cause instanceof Error ? cause.message || cause.name : "no answer") };
  }
}
