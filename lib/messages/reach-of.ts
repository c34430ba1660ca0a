import { env } from "@/lib/env";
import { type Contact, type MessageChannel, reachBy } from "@/lib/messages/model";

/** By which way news really reaches this buyer: nothing is promised that nothing is set up to carry. */
export function reachOf(contact: Contact): MessageChannel | null {
  const { mail, smsUrl } = env();
  const channel = reachBy(contact);
  return (channel === "mail" && mail) || (channel === "sms" && smsUrl) ? channel : null;
}
