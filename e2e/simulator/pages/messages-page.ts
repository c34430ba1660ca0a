import type { Message } from "../message-log";
import type { Markup } from "./layout";
import { messageList } from "./message-list";
import { panel } from "./panel";

export function messagesPage(messages: readonly Message[]): Markup {
  return panel("Messages", messageList(messages, true));
}
