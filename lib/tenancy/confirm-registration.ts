import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { isDuplicate } from "@/db/errors";
import { registrations } from "@/db/schema/people";
import { countRedeeming } from "@/lib/auth/limits";
import { redeemCode } from "@/lib/auth/one-time-codes";
import { now } from "@/lib/platform/clock";
import type { Language } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { businessInput } from "./input";
import { openBusiness } from "./internal/open-business";
import { waitingRegistration } from "./internal/registrations";
import type { RequestOrigin } from "./scope";

type Refused =
  | { refusal: "registration_ended" | "login_exists" | "code_ended" }
  | { refusal: "wrong_code"; triesLeft?: number }
  | { refusal: "too_many"; retryAfterSeconds: number };
/** `passwordHash`: with it the browser that registered can be signed in. */
type Opened = { tenantId: string; slug: string; userId: string; passwordHash: string };

/** Where the code went, while it is waited for. */
export async function getRegistration(token: string): Promise<{ email: string; business: string } | null> {
  const waiting = await waitingRegistration(token);
  return waiting && { email: waiting.email, business: businessInput.parse(waiting.business).businessName };
}

/** The code came back: the login and the business are made, both or neither. `language`: what they read on the way in. */
export async function confirmRegistration(
  token: string,
  code: string,
  from: RequestOrigin,
  language: Language = "en",
): Promise<Result<Opened, Refused>> {
  const within = await countRedeeming(from.address);
  if (!within.ok) return refuse("too_many", { retryAfterSeconds: within.retryAfterSeconds });
  const waiting = await waitingRegistration(token);
  if (!waiting) return refuse("registration_ended");
  const { email, name, passwordHash, challenge } = waiting;
  const redeemed = await redeemCode({ purpose: "register", destination: email, challenge }, code);
  if (!redeemed.ok)
    return redeemed.why === "wrong" ? refuse("wrong_code", { triesLeft: redeemed.triesLeft }) : refuse("code_ended");
  const [userId, at] = [newId(), now()];
  const user = { id: userId, name, email, language, passwordHash, passwordChangedAt: at, createdAt: at };
  try {
    const made = await openBusiness(businessInput.parse(waiting.business), user, user, from);
    await db().delete(registrations).where(eq(registrations.hash, waiting.hash));
    return ok({ ...made, userId, passwordHash });
  } catch (error) {
    // A login was made with the address since the code was sent, by an invitation for instance.
    if (isDuplicate(error, "users_email_unique")) return refuse("login_exists");
    throw error;
  }
}
