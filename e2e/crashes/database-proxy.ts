import { connect, createServer, type Socket } from "node:net";

export type DatabaseProxy = { port: number; lead: (port: number) => void; cut: () => void; close: () => void };

/** Stands between the store and its database: leads to whichever port the database has now, and cuts all lines on demand. */
export async function startDatabaseProxy(): Promise<DatabaseProxy> {
  const lines = new Set<Socket>();
  let target = 0;
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      lines.add(from);
      from.pipe(to);
      from.once("error", () => to.destroy());
      from.once("close", () => {
        lines.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const cut = () => {
    for (const line of lines) line.destroy();
  };
  return {
    port: typeof address === "object" && address ? address.port : 0,
    lead: (port) => void (target = port),
    cut,
    close: () => {
      cut();
      server.close();
    },
  };
}
