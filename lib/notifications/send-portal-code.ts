import { codeMinutes, issueCode } from "@/lib/auth/one-time-codes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { queueMessage } from "./queue-message";

/** Six digits to a phone, in the name of the business whose portal is entered. What it costs has been counted before. */
export async function sendPortalCode(scope: Scope, phone: string, house: string): Promise<void> {
  const code = await issueCode({ purpose: "portal_sign_in", destination: phone });
  await queueMessage(scope, {
    channel: "sms",
    to: phone,
    template: "portal-code",
    body: `${code} is your code for ${house}. It is good for ${codeMinutes} minutes. Nobody will ever ask you for it.`,
    dedupeKey: `portal-code ${newId()}`,
    secretUntil: new Date(now().getTime() + codeMinutes * 60_000),
  });
}
