import { answerAsNextAuth } from "@/lib/auth/next-auth";
import { limitedText } from "@/lib/http/body";
import { route } from "@/lib/http/route";
import { AppError, invalidField } from "@/lib/shared/errors";

const PROVIDERS = ["credentials", "guest"];

function refuseStrangePaths(url: URL): void {
  const [, , action, provider] = url.pathname.split("/").filter(Boolean);
  const isAboutProvider = action === "callback" || (action === "signin" && provider !== undefined);
  if (isAboutProvider && !PROVIDERS.includes(provider ?? "")) {
    throw new AppError("not_found", "There is no such way to sign in.");
  }
  const callbackUrl = url.searchParams.get("callbackUrl");
  if (callbackUrl && !URL.canParse(callbackUrl, url.origin)) throw invalidField("callbackUrl", "must be an address");
}

/** In front of next-auth: other sites, strange paths and bodies too large are refused, faults answered as problems. */
async function answer(request: Request): Promise<Response> {
  refuseStrangePaths(new URL(request.url));
  const body = request.method === "POST" ? await limitedText(request) : null;
  const { status, headers, body: text } = await answerAsNextAuth(request, body);
  if (status >= 500) throw new AppError("internal_error", "The shop could not do this. Nothing was changed.");
  const kept = new Headers(headers);
  kept.set("cache-control", "private, no-store");
  return new Response(text, { status, headers: kept });
}

const doors = route({ GET: answer, POST: answer });
const door = (method: keyof typeof doors) => (request: Request) =>
  doors[method](request, { params: Promise.resolve({}) });

export const GET = door("GET");
export const POST = door("POST");
export const PUT = door("PUT");
export const PATCH = door("PATCH");
export const DELETE = door("DELETE");
export const OPTIONS = door("OPTIONS");
