import { createServer } from "node:net";

/** Whether something listens on this port, on all addresses or on the loopback one alone. */
export async function portIsTaken(port: number): Promise<boolean> {
  return (await cannotListen(port)) || (await cannotListen(port, "127.0.0.1"));
}

function cannotListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(true));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
}
