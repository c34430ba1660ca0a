import { NextRequest } from "next/server";
import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig, type NextAuthResult } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { database } from "@/db/client";
import { checkFirstStep } from "@/lib/auth/check-first-step";
import { closeSession } from "@/lib/auth/close-session";
import { openAccountSession } from "@/lib/auth/open-account-session";
import { SESSION_SECONDS } from "@/lib/auth/open-session";
import { renewSession } from "@/lib/auth/renew-session";
import { SecondFactorRefusal } from "@/lib/auth/second-factor-refusal";
import { signInTicket } from "@/lib/auth/sign-in-ticket";
import { takeSecondFactor } from "@/lib/auth/take-second-factor";
import { signInAsGuest, takeOverGuest } from "@/lib/auth/guest-sign-in";
import { mergedCookie, tellMerged } from "@/lib/auth/merged-cookie";
import { env } from "@/lib/env";
import { clientAddress } from "@/lib/http/client-address";
import { AppError } from "@/lib/shared/errors";
import { type Merged, type Role, ROLES } from "@/lib/users/model";

declare module "next-auth" {
  interface User {
    role?: Role;
    /** Of the account as it was when the password was compared. */
    passwordHash?: string;
    secondFactor?: boolean;
    /** A guest's session is open already. */
    sid?: string;
    /** What the browser brought along to the sign-in. */
    broughtBy?: Headers;
  }
}

/** What our own functions did while next-auth ran: what they threw, which session they opened, what came along. */
type Run = { thrown: unknown[]; sid: string | null; merged: Merged | null };

const EVERYDAY = new Set(["CredentialsSignin", "JWTSessionError", "MissingCSRF", "SyntaxError", "UnknownAction"]);

function configuration(run: Run): NextAuthConfig {
  const { siteUrl, authSecret } = env();
  const kept =
    <Given extends unknown[], Answer>(work: (...given: Given) => Promise<Answer>) =>
    (...given: Given): Promise<Answer> =>
      work(...given).catch((thrown: unknown) => {
        if (!(thrown instanceof CredentialsSignin)) run.thrown.push(thrown); // that one is next-auth's to answer
        throw thrown;
      });
  return {
    secret: authSecret,
    trustHost: true,
    basePath: "/api/auth",
    useSecureCookies: siteUrl.startsWith("https://"),
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    jwt: {
      encode: async ({ token }) => (typeof token?.sid === "string" ? token.sid : ""),
      decode: kept(async ({ token: sid }) => {
        const person = sid ? await renewSession(database(), sid, new Date()) : null;
        return person && { sid, sub: String(person.id), name: person.name, email: person.email, role: person.role };
      }),
    },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" }, code: {}, ticket: {} },
        authorize: kept(async ({ code = "", ...first }, request) => {
          const ctx = { db: database(), now: new Date() };
          const address = clientAddress(request.headers);
          const account = await checkFirstStep(ctx, { ...first, address });
          if (!account) return null;
          const second = await takeSecondFactor(ctx, { userId: account.id, code: String(code), address });
          if (second === "required" || second === "wrong") {
            throw new SecondFactorRefusal(second, signInTicket(account, ctx.now));
          }
          return {
            id: String(account.id),
            passwordHash: account.passwordHash ?? "",
            secondFactor: second === "passed",
            broughtBy: request.headers,
          };
        }),
      }),
      Credentials({
        id: "guest",
        credentials: {},
        authorize: kept(async (_, { headers }) => {
          const guest = await signInAsGuest({ db: database(), now: new Date(), headers });
          return { id: String(guest.userId), sid: guest.sessionId };
        }),
      }),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
        return target?.origin === baseUrl ? target.href : baseUrl;
      },
      jwt: kept(async ({ token, user, trigger }) => {
        if (trigger !== "signIn") return token;
        const [userId, visit] = [Number(user.id), { db: database(), now: new Date() }];
        const { broughtBy, passwordHash = "", secondFactor } = user;
        const signedIn = { userId, passwordHash, secondFactor, userAgent: broughtBy?.get("user-agent") ?? "" };
        run.sid = user.sid ?? (await openAccountSession(visit.db, signedIn, visit.now));
        if (!run.sid) throw new AppError("not_signed_in", "This password was just changed.");
        run.merged = broughtBy ? await takeOverGuest({ ...visit, headers: broughtBy }, userId) : null;
        return { sid: run.sid };
      }),
      session: ({ session, token: { sub, email, name, role } }) => {
        const user = { id: sub, email, name, role: ROLES.find((known) => known === role) };
        return { user, expires: new Date(session.expires).toISOString() };
      },
    },
    events: {
      signOut: kept(async (message) => {
        const sid = "token" in message ? message.token?.sid : undefined;
        if (typeof sid === "string") await closeSession(database(), sid);
      }),
    },
    logger: {
      error: (error) => {
        const type = error instanceof AuthError ? error.type : error.name;
        const isOurs = run.thrown.length > 0; // and is told by whoever catches it
        if (!isOurs && !EVERYDAY.has(type)) console.error(`next-auth refused a request: ${type}`);
      },
      warn: () => {},
      debug: () => {},
    },
  };
}

/** Runs next-auth. What our part of it threw comes out as it was; left alone it would be a redirect or a lost cookie. */
async function withNextAuth<T>(use: (auth: NextAuthResult) => Promise<T>): Promise<{ answer: T; run: Run }> {
  const run: Run = { thrown: [], sid: null, merged: null };
  const answer = await use(NextAuth(configuration(run))).catch((thrown: unknown) => {
    throw run.thrown[0] ?? thrown;
  });
  if (run.thrown.length > 0) throw run.thrown[0];
  return { answer, run };
}

/** next-auth's own answer at its own paths, asked under the shop's public address. */
export async function answerAsNextAuth(request: Request, body: string | null): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const method = body === null ? "GET" : "POST";
  const asked = new NextRequest(new URL(pathname + search, env().siteUrl), { method, headers: request.headers, body });
  const { answer, run } = await withNextAuth(({ handlers }) => handlers[method](asked));
  if (run.merged) answer.headers.append("set-cookie", mergedCookie(run.merged));
  return answer;
}

type SignInAnswer = "signed_in" | "refused" | SecondFactorRefusal;

/** Signs in the browser behind the present server action: by e-mail and password, or by a ticket and the second factor. */
export async function signInHere(
  given: { email: string; password: string } | { ticket: string; code: string },
): Promise<SignInAnswer> {
  try {
    const { run } = await withNextAuth(({ signIn }) => signIn("credentials", { ...given, redirect: false }));
    if (run.merged) await tellMerged(run.merged);
    return run.sid === null ? "refused" : "signed_in";
  } catch (thrown) {
    if (thrown instanceof SecondFactorRefusal) return thrown;
    if (thrown instanceof CredentialsSignin) return "refused";
    throw thrown;
  }
}

/** Makes the browser behind the present server action a guest, unless it has a session; gives the session's id. */
export async function openGuestHere(): Promise<string | null> {
  return (await withNextAuth(({ signIn }) => signIn("guest", { redirect: false }))).run.sid;
}

/** Signs out the browser behind the present server action. */
export async function signOutHere(): Promise<void> {
  await withNextAuth(({ signOut }) => signOut({ redirect: false }));
}
