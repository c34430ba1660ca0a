import { after } from "next/server";
import { systemContext } from "@/lib/http/context";
import { env } from "@/lib/env";
import { describeError } from "@/lib/shared/describe-error";

const MOST_AT_A_TIME = 20;
const REST_MS = 100; // whoever is paying at this moment comes first

let sending: Promise<void> | null = null;
let isMoreWanted = false;

/**
 * What a request has put into the outbox is sent when its answer is out. However many requests end at once, one of them
 * sends for this process; what is left, the next one or the cron does.
 */
export function sendAfterwards(): void {
  const { mail, smsUrl } = env();
  if (!mail && !smsUrl) return;
  try {
    after(sendWaiting);
  } catch {
    // called by no server, as in tests: the cron sends
  }
}

function sendWaiting(): Promise<void> {
  isMoreWanted = true;
  sending ??= sendUntilDone().finally(() => {
    sending = null;
  });
  return sending;
}

async function sendUntilDone(): Promise<void> {
  try {
    const { sendMessages } = await import("@/lib/messages/send-messages"); // the templates weigh, and most doors need none
    while (isMoreWanted) {
      isMoreWanted = false;
      await sendMessages(systemContext("send-messages"), { most: MOST_AT_A_TIME, restMs: REST_MS });
    }
  } catch (thrown) {
    console.error(`The outbox was not sent: ${describeError(thrown)}`);
  }
}
