import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app";
import { readSettings } from "./settings";
import type { Settings } from "./settings-list";
import { Simulator } from "./simulator";

interface RunningSimulator {
  url: string;
  close: () => Promise<void>;
}

/** Starts a gateway of its own on 127.0.0.1; port 0 takes a free one. What is not given has the demo's values. */
export async function startSimulator(given: Partial<Settings> = {}): Promise<RunningSimulator> {
  const simulator = new Simulator({ ...readSettings({}), ...given });
  const server = createServer(getRequestListener(createApp(simulator).fetch));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(simulator.settings.port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : simulator.settings.port;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        simulator.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
