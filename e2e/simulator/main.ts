import { readSettings } from "./settings";
import { startSimulator } from "./start-simulator";

try {
  const settings = readSettings(process.env);
  const simulator = await startSimulator(settings).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new Error(`Port ${settings.port} is taken; set SIMULATOR_PORT to a free one.`);
  });
  console.log(`JazzCash simulator on ${simulator.url}`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void simulator.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(`JazzCash simulator: ${error instanceof Error ? error.message : "could not start"}`);
  process.exit(1);
}
