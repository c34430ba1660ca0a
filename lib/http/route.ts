import { problem } from "@/lib/http/problem";
import { isSafe, refuseOtherOrigins } from "@/lib/http/refuse-other-origins";
import { sendAfterwards } from "@/lib/http/send-afterwards";
import { AppError, type ErrorCode } from "@/lib/shared/errors";
import { readId } from "@/lib/shared/read-id";

type Params = Record<string, string>;
type RouteContext = { params: Promise<Params> };
type Door = (request: Request, params: Params) => Promise<Response>;
type NextHandler = (request: Request, context: RouteContext) => Promise<Response>;

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];
type Handlers = Record<Method | "OPTIONS", NextHandler>;

/**
 * The doors of one address: the methods that it answers, 405 with `Allow` for all others.
 * `fromAnywhere` is for the gateway's own calls, which are judged by their signature.
 */
export function route(
  doors: { [M in Method]?: Door },
  { fromAnywhere = false, refuse = problem }: { fromAnywhere?: boolean; refuse?: (thrown: unknown) => Response } = {},
): Handlers {
  const allow = [...METHODS.filter((method) => doors[method]), ...(doors.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const handlerOf =
    (door: Door | undefined): NextHandler =>
    async (request, context) => {
      try {
        if (!door) {
          throw new AppError("method_not_allowed", `This address answers ${allow}.`, {}, { allow });
        }
        if (!fromAnywhere) refuseOtherOrigins(request);
        if (fromAnywhere || !isSafe(request.method)) sendAfterwards();
        return await door(request, await context.params);
      } catch (thrown) {
        return door ? refuse(thrown) : problem(thrown);
      }
    };
  return {
    GET: handlerOf(doors.GET),
    POST: handlerOf(doors.POST),
    PUT: handlerOf(doors.PUT),
    PATCH: handlerOf(doors.PATCH),
    DELETE: handlerOf(doors.DELETE),
    OPTIONS: async () => new Response(null, { status: 204, headers: { allow } }),
  };
}

/** An answer that is somebody's: never stored by anybody on the way. */
export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", "cache-control": "private, no-store" },
  });

export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

/** The id in an address; what is no id is nobody's. */
export function idOf(text: string | undefined, code: Extract<ErrorCode, `${string}not_found`>): number {
  const id = readId(text);
  if (id === null) throw new AppError(code, "There is nothing at this address.");
  return id;
}
