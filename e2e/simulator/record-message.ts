import { maskFields } from "./mask-fields";
import type { Message } from "./message-log";
import type { Simulator } from "./simulator";

/** Keeps a message for the control panel, its secrets masked before they are kept. */
export function recordMessage({ settings, store }: Simulator, message: Omit<Message, "at">): void {
  const secrets = [settings.password, settings.salt, settings.mpin];
  const { pp_PaymentResponseCode, pp_ResponseCode, ResponseCode } = message.fields;
  const note = [pp_PaymentResponseCode || pp_ResponseCode || ResponseCode, message.note].filter(Boolean).join("; ");
  store.messages.add({ ...message, note, at: store.now(), fields: maskFields(message.fields, secrets) });
}
