import "server-only";
import { cookies } from "next/headers";
import type { z } from "zod";
import { secureCookies } from "@/lib/auth/session-cookie";
import { seal, unseal } from "@/lib/platform/seal";

/** What a browser keeps of ours, and whose it is: in other hands, or at another business, it is nothing. */
export type Keeping = { name: string; whose: string };

const cookieOf = (name: string): string => `${secureCookies() ? "__Host-" : ""}clientpulse.${name}`;
const place = ({ name, whose }: Keeping): string => `${name} ${whose}`;

/** So that a reload finds the step again. It lies with whoever asked, sealed: the address of the page says nothing. */
export async function keep(keeping: Keeping, value: object, seconds: number): Promise<void> {
  (await cookies()).set(cookieOf(keeping.name), seal(JSON.stringify(value), place(keeping)), {
    httpOnly: true,
    sameSite: "lax",
    secure: secureCookies(),
    path: "/",
    maxAge: seconds,
  });
}

/** What was kept, or null: nothing, forged, somebody else's, or sealed before the keys changed. */
export async function kept<T>(keeping: Keeping, shape: z.ZodType<T>): Promise<T | null> {
  const sealed = (await cookies()).get(cookieOf(keeping.name))?.value;
  if (!sealed) return null;
  try {
    return shape.parse(JSON.parse(unseal(sealed, place(keeping))));
  } catch {
    return null;
  }
}

export async function forget(name: string): Promise<void> {
  (await cookies()).delete({ name: cookieOf(name), path: "/", secure: secureCookies() });
}
