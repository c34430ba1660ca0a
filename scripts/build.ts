import { buildShop } from "@/scripts/build-shop";

const stopping = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const { code } = await buildShop((program) => {
  program.follow();
  for (const signal of stopping) process.once(signal, () => program.kill());
});
process.exit(code);
