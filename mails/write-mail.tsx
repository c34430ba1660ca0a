import { render } from "@react-email/render";
import type { LetterFacts } from "@/lib/messages/find-letter-facts";
import { composeLetter, type House } from "@/mails/compose-letter";
import { LetterPage } from "@/mails/letter-page";
import { letterText } from "@/mails/letter-text";

export type WrittenMail = { subject: string; html: string; text: string };

/** A message as a mail. */
export async function writeMail(facts: LetterFacts, house: House): Promise<WrittenMail> {
  const letter = composeLetter(facts, house);
  const html = await render(<LetterPage letter={letter} />);
  return { subject: letter.subject, html, text: letterText(letter) };
}
