import { env } from "@/lib/env";
import { type RawMessage, readNotice } from "@/lib/jazzcash/notice";
import type { EventChannel } from "@/lib/payments/model";
import { refuseMessage } from "@/lib/payments/refuse-message";
import { settleOrRefuse } from "@/lib/payments/settle-or-refuse";
import type { Settlement } from "@/lib/payments/settle-payment";
import type { Ctx } from "@/lib/shared/context";

/** Takes in one message of the gateway: read, settled, and written down where it is refused. Reads no session. */
export async function receiveNotice(ctx: Ctx, message: RawMessage, channel: EventChannel): Promise<Settlement> {
  const reading = readNotice(message, channel, env().jazzcash);
  return reading.refused === undefined ? settleOrRefuse(ctx, reading.notice) : refuseMessage(ctx, reading);
}
