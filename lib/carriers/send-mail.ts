import { createTransport, type Transporter } from "nodemailer";
import { type Handover, reasonOf } from "@/lib/carriers/carrier";

export type Mail = { messageId: string; to: string; subject: string; html: string; text: string; locale: string };

export type MailConfig = { smtpUrl: string; from: string };

const CONNECT_MS = 8000;
const SILENT_MS = 12_000;

let open: { smtpUrl: string; transport: Transporter } | null = null;

/** One pool for the process: several mails go through one greeting. */
function transportTo(smtpUrl: string): Transporter {
  if (open?.smtpUrl !== smtpUrl) {
    open?.transport.close();
    const times = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENT_MS };
    open = { smtpUrl, transport: createTransport({ url: smtpUrl, pool: true, maxConnections: 3, ...times }) };
  }
  return open.transport;
}

/**
 * Hands one mail to the SMTP server. A permanent refusal (5xx) of this mail is for good; of the shop itself, as a wrong
 * password, and all else may be tried again.
 */
export async function sendMail(mail: Mail, { smtpUrl, from }: MailConfig): Promise<Handover> {
  try {
    await transportTo(smtpUrl).sendMail({
      messageId: mail.messageId,
      from,
      to: { name: "", address: mail.to },
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: { "Content-Language": mail.locale, "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { kind: "taken" };
  } catch (thrown) {
    return afterFailure(thrown);
  }
}

function afterFailure(thrown: unknown): Handover {
  const { code, responseCode, message } = thrown as { code?: string; responseCode?: number; message?: string };
  const isOfMail = code === "EENVELOPE" || code === "EMESSAGE";
  const isForGood = isOfMail && responseCode !== undefined && responseCode >= 500;
  return { kind: isForGood ? "refused" : "again", reason: reasonOf(message ?? "The mail could not be handed over.") };
}
