import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { endSession } from "@/lib/auth/end-sessions";
import { claimsOf, cookieName, secureCookies, sessionIdOf } from "@/lib/auth/session-cookie";
import { sessionDays, startSession, userOfSession } from "@/lib/auth/sessions";
import { signIn } from "@/lib/auth/sign-in";
import { env } from "@/lib/platform/env";
import { isId } from "@/lib/platform/ids";
import { asTyped } from "@/lib/platform/typed-text";
import { type Membership, membershipsOf } from "@/lib/tenancy/doors/memberships";
import { isAtWork } from "@/lib/tenancy/rules";
import type { RequestOrigin } from "@/lib/tenancy/scope";
import { forgetLanguage } from "./language";

declare module "next-auth" {
  interface Session {
    user: { id: string; name: string; email: string };
    memberships: Pick<Membership, "tenantId" | "slug" | "name" | "role">[];
  }
}

const credentials = z.object({
  email: asTyped(320).min(1),
  password: asTyped(512).min(1),
});

export const authCookie = (what: "session" | "csrf" | "callback") => ({
  name: cookieName(what),
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: secureCookies() },
});

/**
 * The cookie carries a session id and nothing else of worth; the row behind it is asked on every request. What fails
 * in a sign-in is handed to `failed`: to next-auth it would be a wrong password, or words in its answer.
 */
export const authOptions = (from: RequestOrigin, failed: (error: unknown) => void): NextAuthOptions => ({
  secret: env().AUTH_SECRET,
  session: { strategy: "jwt", maxAge: sessionDays.absolute * 86_400 },
  jwt: { decode: ({ token }) => (token ? claimsOf(token) : Promise.resolve(null)) },
  pages: { signIn: "/login", error: "/login" },
  useSecureCookies: secureCookies(),
  cookies: {
    sessionToken: authCookie("session"),
    csrfToken: authCookie("csrf"),
    callbackUrl: { ...authCookie("callback"), options: { ...authCookie("callback").options, httpOnly: false } },
  },
  providers: [
    Credentials({
      id: "credentials",
      name: "E-mail and password",
      credentials: { email: { type: "email" }, password: { type: "password" } },
      authorize: async (given, request) => {
        const asked = credentials.safeParse(given);
        if (!asked.success) return null;
        const user = await signIn(asked.data.email, asked.data.password).catch((error) => {
          failed(error);
          return null;
        });
        if (!user) return null;
        const header = (name: string) => z.string().catch("").parse(request.headers?.[name]);
        const sid = await startSession(user.id, {
          passwordHash: user.passwordHash,
          userAgent: header("user-agent"),
          from,
          replaces: await sessionIdOf(header("cookie")),
        });
        return sid ? { id: user.id, name: user.name, email: user.email, sid } : null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => {
      if (!user) return token;
      return { sub: user.id, sid: "sid" in user ? user.sid : undefined };
    },
    session: async ({ session, token }) => {
      const user = isId(token.sid) ? await userOfSession(token.sid) : null;
      // next-auth answers an empty session as signed out; its type has no word for that.
      if (!user) return {} as typeof session;
      const memberships = await membershipsOf(user.id);
      return {
        expires: session.expires,
        user: { id: user.id, name: user.name, email: user.email ?? "" },
        memberships: memberships
          .filter(isAtWork)
          .map(({ tenantId, slug, name, role }) => ({ tenantId, slug, name, role })),
      };
    },
    redirect: ({ url }) => {
      // Only to ourselves, wherever the link came from.
      if (!URL.canParse(url, env().APP_URL)) return env().APP_URL;
      const target = new URL(url, env().APP_URL);
      return target.origin === new URL(env().APP_URL).origin ? target.href : env().APP_URL;
    },
  },
  events: {
    signOut: async ({ token }) => {
      if (isId(token?.sid) && token.sub) await endSession({ userId: token.sub, sessionId: token.sid, from }, token.sid);
      await forgetLanguage();
    },
  },
});
