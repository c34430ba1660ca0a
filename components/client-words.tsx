import { type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Room = keyof Messages;

/** Sends to the browser only those words that the client components inside it say. */
export async function ClientWords({ rooms, children }: { rooms: readonly Room[]; children: ReactNode }) {
  const messages = await getMessages();
  const chosen: Partial<Messages> = Object.fromEntries(rooms.map((room) => [room, messages[room]]));
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>;
}
