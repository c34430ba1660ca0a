import { AppError, type ErrorCode } from "@/lib/shared/errors";

/** The code of a refusal, or null where it was done; whatever else is thrown is a bug and thrown on. */
export async function refusalOf(done: Promise<unknown>): Promise<ErrorCode | null> {
  try {
    await done;
    return null;
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code;
    throw thrown;
  }
}
