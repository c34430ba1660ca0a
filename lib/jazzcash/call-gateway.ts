import { limitedBytes } from "@/lib/shared/limited-bytes";

export type GatewayAnswer = { fields: Record<string, string>; noAnswer?: undefined } | { noAnswer: string };

const MAX_BYTES = 256 * 1024;

/**
 * One JSON call to the gateway. Anything but a JSON object of texts with status 200, in time and of sane size, is no
 * answer: its firewall answers HTML with 200, and a time-out says nothing about the payment.
 */
export async function callGateway(
  url: string,
  body: Record<string, string>,
  timeoutMs: number,
): Promise<GatewayAnswer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return { noAnswer: `status ${response.status}` };
    }
    const bytes = await limitedBytes(response.body, MAX_BYTES);
    return bytes ? readAnswer(bytes.toString("utf8")) : { noAnswer: "too long" };
  } catch (error) {
    return { noAnswer: error instanceof Error && error.name === "TimeoutError" ? "time-out" : "no connection" };
  }
}

function readAnswer(text: string): GatewayAnswer {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { noAnswer: "no JSON" };
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) return { noAnswer: "no JSON object" };
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(body)) {
    if (!/^pp/i.test(name)) continue; // not the gateway's language, and in no hash
    if (value !== null && typeof value !== "string") return { noAnswer: `${name} is no text` };
    fields[name] = value ?? "";
  }
  return { fields };
}
