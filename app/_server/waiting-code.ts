import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { resendSeconds } from "@/app/_components/forms/resend-seconds";
import { codeMinutes } from "@/lib/auth/one-time-codes";
import { secureCookies } from "@/lib/auth/session-cookie";
import { now } from "@/lib/platform/clock";
import { seal, unseal } from "@/lib/platform/seal";

/** What a code is waited for. */
export const codeKinds = [
  "portal-entry",
  "portal-email",
  "portal-phone",
  "reset",
  "contact-email",
  "contact-phone",
] as const;
export type CodeKind = (typeof codeKinds)[number];

/** Where a code went, what it has to come back with, and how many seconds until another one may be asked for. */
export type Waiting = { to: string; challenge: string; wait: number };

const cookieOf = (kind: CodeKind): string => `${secureCookies() ? "__Host-" : ""}clientpulse.code.${kind}`;
const place = (kind: CodeKind, whose: string): string => `code ${kind} ${whose}`;
const shape = z.object({ to: z.string(), challenge: z.string(), at: z.number() });

/**
 * So that a reload finds the step again. It lies with whoever asked, as long as the code works, sealed: the address says
 * nothing, and by itself it opens nothing. `whose`: in other hands, or at another business, it is none.
 */
export async function keepCode(kind: CodeKind, whose: string, sent: { to: string; challenge: string }): Promise<void> {
  const { to, challenge } = sent;
  const text = JSON.stringify({ to, challenge, at: now().getTime() });
  (await cookies()).set(cookieOf(kind), seal(text, place(kind, whose)), {
    httpOnly: true,
    sameSite: "lax",
    secure: secureCookies(),
    path: "/",
    maxAge: codeMinutes * 60,
  });
}

/** The code that is waited for in this browser, or null. */
export async function waitingCode(kind: CodeKind, whose: string): Promise<Waiting | null> {
  const sealed = (await cookies()).get(cookieOf(kind))?.value;
  if (!sealed) return null;
  try {
    const { at, ...sent } = shape.parse(JSON.parse(unseal(sealed, place(kind, whose))));
    const seconds = (now().getTime() - at) / 1_000;
    if (seconds > codeMinutes * 60) return null;
    return { ...sent, wait: Math.max(0, Math.ceil(resendSeconds - seconds)) };
  } catch {
    // Forged, somebody else's, or sealed before the keys changed: the same as none.
    return null;
  }
}

export async function forgetCode(kind: CodeKind): Promise<void> {
  (await cookies()).delete({ name: cookieOf(kind), path: "/", secure: secureCookies() });
}
