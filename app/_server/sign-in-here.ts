import "server-only";
import { cookies, headers } from "next/headers";
import { encode } from "next-auth/jwt";
import { sessionIdOf } from "@/lib/auth/session-cookie";
import { sessionDays, startSession } from "@/lib/auth/sessions";
import { env } from "@/lib/platform/env";
import { authCookie } from "./auth-options";
import { requestOrigin } from "./origin";

/** Signs in the browser that asks, with the cookie that next-auth would set; for a login whose password it has just chosen. */
export async function signInHere(user: { id: string; passwordHash: string }): Promise<void> {
  const asked = await headers();
  const sid = await startSession(user.id, {
    passwordHash: user.passwordHash,
    userAgent: asked.get("user-agent") ?? "",
    from: requestOrigin(asked),
    replaces: await sessionIdOf(asked.get("cookie")),
  });
  if (sid) await keepSession(user.id, sid);
}

/** From now on this browser is in that session. How long it holds is for its row to say. */
export async function keepSession(userId: string, sid: string): Promise<void> {
  const maxAge = sessionDays.absolute * 86_400;
  const value = await encode({ token: { sub: userId, sid }, secret: env().AUTH_SECRET, maxAge });
  const { name, options } = authCookie("session");
  (await cookies()).set(name, value, { ...options, maxAge });
}
