/** For the log: a query's own message holds parameters, which may be somebody's address, so only its cause is told. */
export function describeError(thrown: unknown): string {
  if (!(thrown instanceof Error)) return "something that is no error was thrown";
  const source = thrown.cause instanceof Error ? thrown.cause : thrown;
  const rule =
    "constraint_name" in source && typeof source.constraint_name === "string" ? ` [${source.constraint_name}]` : "";
  return `${source.stack ?? source.message}${rule}`;
}
