import { AppError, type ErrorCode } from "@/lib/shared/errors";

/** Runs a race: so many at once. Refusals come back as their codes; whatever else is thrown is a bug and thrown on. */
export async function atOnce<T>(
  times: number,
  run: (lane: number) => Promise<T>,
): Promise<{ done: T[]; refused: ErrorCode[] }> {
  const ended = await Promise.allSettled(Array.from({ length: times }, (_, lane) => run(lane)));
  const refused: ErrorCode[] = [];
  const done = ended.flatMap((end) => {
    if (end.status === "fulfilled") return [end.value];
    if (!(end.reason instanceof AppError)) throw end.reason;
    refused.push(end.reason.code);
    return [];
  });
  return { done, refused };
}
