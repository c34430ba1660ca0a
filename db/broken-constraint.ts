type DatabaseError = Error & { code: string; constraint_name?: string };

const isDatabaseError = (error: Error): error is DatabaseError => "code" in error && typeof error.code === "string";

/** The database's own error behind whatever was thrown, or null. */
export function databaseError(thrown: unknown): DatabaseError | null {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (isDatabaseError(error)) return error;
  }
  return null;
}

/** The name of the constraint that was broken, if that is what happened. */
export const brokenConstraint = (thrown: unknown): string | null => databaseError(thrown)?.constraint_name ?? null;
