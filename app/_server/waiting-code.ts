import "server-only";
import { z } from "zod";
import { resendSeconds } from "@/app/_components/forms/resend-seconds";
import { codeMinutes } from "@/lib/auth/one-time-codes";
import { now } from "@/lib/platform/clock";
import { forget, keep, kept } from "./kept";

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

const nameOf = (kind: CodeKind): string => `code.${kind}`;
const shape = z.object({ to: z.string(), challenge: z.string(), at: z.number() });

/** As long as the code works. By itself it opens nothing. */
export async function keepCode(kind: CodeKind, whose: string, sent: { to: string; challenge: string }): Promise<void> {
  const { to, challenge } = sent;
  await keep({ name: nameOf(kind), whose }, { to, challenge, at: now().getTime() }, codeMinutes * 60);
}

/** The code that is waited for in this browser, or null. */
export async function waitingCode(kind: CodeKind, whose: string): Promise<Waiting | null> {
  const waiting = await kept({ name: nameOf(kind), whose }, shape);
  if (!waiting) return null;
  const { at, ...sent } = waiting;
  const seconds = (now().getTime() - at) / 1_000;
  if (seconds > codeMinutes * 60) return null;
  return { ...sent, wait: Math.max(0, Math.ceil(resendSeconds - seconds)) };
}

export const forgetCode = (kind: CodeKind): Promise<void> => forget(nameOf(kind));
