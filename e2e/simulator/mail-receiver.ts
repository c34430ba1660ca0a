import { simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import { TakenFaults } from "./faults";
import type { Simulator } from "./simulator";

const MOST_BYTES = 5 * 1024 * 1024;

export interface MailReceiver {
  port: number;
  close: () => Promise<void>;
}

/** An SMTP server on 127.0.0.1 that takes every mail, to whomever it is, and puts it into the inbox. */
export async function startMailReceiver(simulator: Simulator, port: number): Promise<MailReceiver> {
  const faults = new WeakMap<object, TakenFaults>();
  const server = new SMTPServer({
    banner: "the simulator's mail receiver",
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    size: MOST_BYTES,
    onAuth: (_auth, _session, answer) => answer(null, { user: "anybody" }),
    onRcptTo: (_address, session, answer) => {
      const taken = simulator.store.faults.take("mail", "");
      faults.set(session, taken);
      if (taken.delivery === "refused_for_good") return answer(refusal(550, "No such mailbox here"));
      if (taken.delivery === "refused_for_now") return answer(refusal(451, "Mailbox busy, try again later"));
      answer();
    },
    onData: (stream, session, answer) => {
      const taken = faults.get(session) ?? new TakenFaults();
      receive(simulator, stream, session.envelope.rcptTo[0]?.address ?? "")
        .then(async () => {
          if (taken.delivery === "silence") await simulator.wait(Number(taken.value("silence")));
          const isLost = taken.delivery === "silence" || taken.delivery === "taken_and_cut";
          answer(isLost ? refusal(421, "Closing the connection") : null);
        })
        .catch(() => answer(refusal(451, "The message could not be read")));
    },
  });
  server.on("error", () => {}); // a client that goes away is no trouble of ours
  const listening = await listen(server, port);
  return { port: listening, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function receive({ store }: Simulator, stream: SMTPServerDataStream, to: string): Promise<void> {
  const mail = await simpleParser(stream, { skipImageLinks: true });
  const language = mail.headers.get("content-language");
  store.inbox.add({
    channel: "mail",
    at: store.now(),
    to,
    from: mail.from?.text ?? "",
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html || null,
    messageId: mail.messageId ?? "",
    language: typeof language === "string" ? language : "",
  });
}

const refusal = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}
