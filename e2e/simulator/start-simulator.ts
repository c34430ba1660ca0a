import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app";
import { type MailReceiver, startMailReceiver } from "./mail-receiver";
import { readSettings } from "./settings";
import type { Settings } from "./settings-list";
import { Simulator } from "./simulator";

interface RunningSimulator {
  url: string;
  smtpUrl: string;
  close: () => Promise<void>;
}

/** Starts a gateway of its own on 127.0.0.1, with a receiver of mail beside it; port 0 takes a free one. What is not given has the demo's values. */
export async function startSimulator(given: Partial<Settings> = {}): Promise<RunningSimulator> {
  const simulator = new Simulator({ ...readSettings({}), ...given });
  const server = createServer(getRequestListener(createApp(simulator).fetch));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(simulator.settings.port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : simulator.settings.port;
  const mail = await startMail(simulator, port).catch((error: unknown) => {
    server.close();
    throw error;
  });
  return {
    url: `http://127.0.0.1:${port}`,
    smtpUrl: `smtp://127.0.0.1:${mail.port}`,
    close: async () => {
      simulator.stop();
      await Promise.all([mail.close(), new Promise((resolve) => server.close(resolve).closeAllConnections())]);
    },
  };
}

/** On the port that was asked for; else on the next one, or on any where that is taken. */
function startMail(simulator: Simulator, port: number): Promise<MailReceiver> {
  const { smtpPort, port: asked } = simulator.settings;
  if (smtpPort !== null) return startMailReceiver(simulator, smtpPort);
  if (asked === 0) return startMailReceiver(simulator, 0);
  return startMailReceiver(simulator, port + 1).catch(() => startMailReceiver(simulator, 0));
}
