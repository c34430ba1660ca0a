// Loaded before a program that `npm run demo` or `npm test` starts: whatever happens to the starter, even SIGKILL,
// the channel between the two closes, and nothing may live on after that. The program's own workers are its affair.
if (process.connected && process.ppid === Number(process.env.SAUDA_STARTER)) {
  process.once("disconnect", () => process.exit(1));
  process.channel?.unref();
}
