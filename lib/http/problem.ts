import { ZodError } from "zod";
import { toRefusal } from "@/lib/http/database-refusal";
import { describeError } from "@/lib/shared/describe-error";
import { AppError, ERROR_STATUS } from "@/lib/shared/errors";

const TITLES: Record<number, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Content too large",
  415: "Unsupported media type",
  429: "Too many requests",
  500: "Internal server error",
  503: "Service unavailable",
};

/** What is wrong by its field; each field that is not known is one of its own. */
const fieldErrorsOf = (issue: ZodError["issues"][number]): { path: string; message: string }[] =>
  issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "is not known here" }))
    : [{ path: issue.path.join("."), message: issue.message }];

/** Turns whatever was thrown into a refusal that may leave the house; what is a bug is logged and says nothing. */
export function refusalOf(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof ZodError) {
    const errors = thrown.issues.flatMap(fieldErrorsOf);
    return new AppError(
      "invalid_input",
      errors.map((e) => (e.path ? `${e.path}: ${e.message}` : e.message)).join("; "),
      {
        errors,
      },
    );
  }
  const refusal = toRefusal(thrown);
  if (refusal && refusal.code !== "conflict") return refusal;
  console.error(describeError(thrown)); // a rule that only the data knew is a bug as well
  if (refusal) return refusal;
  return new AppError("internal_error", "The shop could not do this. Nothing was changed.");
}

/** RFC 9457. */
export function problem(thrown: unknown): Response {
  const refusal = refusalOf(thrown);
  const { code, message, extra, headers } = refusal;
  const status = ERROR_STATUS[code];
  const body = { type: `urn:sauda:problem:${code}`, title: TITLES[status], status, detail: message, code, ...extra };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
