import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/platform/env";
import { isId } from "@/lib/platform/ids";

/** Which hold is this visitor's: one at a time, in whatever business. */
const nameOf = (): string => (env().APP_URL.startsWith("https:") ? "__Host-hold" : "hold");

export async function keptHold(): Promise<string | undefined> {
  const id = (await cookies()).get(nameOf())?.value;
  return isId(id) ? id : undefined;
}

export async function keepHold(id: string, expiresAt: string): Promise<void> {
  (await cookies()).set(nameOf(), id, {
    httpOnly: true,
    sameSite: "lax",
    secure: env().APP_URL.startsWith("https:"),
    path: "/",
    expires: new Date(expiresAt),
  });
}
