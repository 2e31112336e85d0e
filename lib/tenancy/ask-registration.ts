import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations, users } from "@/db/schema/people";
import { countCode } from "@/lib/auth/limits";
import { codeMessage, codeMinutes, issueCode } from "@/lib/auth/one-time-codes";
import { hashPassword } from "@/lib/auth/passwords";
import { queueMessage } from "@/lib/notifications/queue-message";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import type { Language } from "@/lib/platform/format";
import { newId, newToken, sha256 } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { type BusinessInput, businessInput, type LoginInput } from "./input";
import { registrationMinutes, waitingRegistration } from "./internal/registrations";
import { platformTenantId } from "./platform-tenant";
import type { RequestOrigin } from "./scope";
import { withTenant } from "./with-tenant";
import { registrationWords } from "./words";

type Refused = { refusal: "too_many"; retryAfterSeconds: number };
type Asked = { token: string; send(): Promise<void> };
/** `language`: what they read on the way in. */
type Applicant = { email: string; language: Language };

/**
 * Keeps a business and its owner's login until a code shows that the address is theirs; nothing opens before that.
 * Whether the address is known shows neither in the answer nor in how long it takes: what is sent is for the caller to
 * start once the answer is out.
 */
export async function askRegistration(
  business: BusinessInput,
  { name, email, password }: LoginInput,
  from: RequestOrigin,
  language: Language = "en",
): Promise<Result<Asked, Refused>> {
  const allowed = await countCode("register", email, from.address);
  if (!allowed.ok) return refuse("too_many", { retryAfterSeconds: allowed.retryAfterSeconds });
  const [at, token, challenge, passwordHash] = [now(), newToken(), newId(), await hashPassword(password)];
  const expiresAt = new Date(at.getTime() + registrationMinutes * 60_000);
  // Parsed once more: whoever calls may hold the login in the same object, and a password has no place here.
  await db()
    .insert(registrations)
    .values({
      hash: sha256(token),
      email,
      name,
      passwordHash,
      business: businessInput.parse(business),
      challenge,
      createdAt: at,
      expiresAt,
    });
  return ok({ token, send: () => send({ email, language }, challenge, from) });
}

/** A new code for the same registration; the one before ends. */
export async function askRegistrationCode(
  token: string,
  from: RequestOrigin,
  language: Language = "en",
): Promise<Result<Asked, Refused | { refusal: "registration_ended" }>> {
  const waiting = await waitingRegistration(token);
  if (!waiting) return refuse("registration_ended");
  const allowed = await countCode("register", waiting.email, from.address);
  if (!allowed.ok) return refuse("too_many", { retryAfterSeconds: allowed.retryAfterSeconds });
  const challenge = newId();
  await db().update(registrations).set({ challenge }).where(eq(registrations.hash, waiting.hash));
  return ok({ token, send: () => send({ email: waiting.email, language }, challenge, from) });
}

/** A known address gets a code as well, and another letter: guessing at it fails in the same way as at any other. */
async function send({ email, language }: Applicant, challenge: string, from: RequestOrigin): Promise<void> {
  const [known] = await db().select({ language: users.language }).from(users).where(eq(users.email, email));
  const { code } = await issueCode({ purpose: "register", destination: email }, undefined, challenge);
  const letter = known
    ? knownLetter(email, known.language)
    : { ...codeLetter(code, language), ...codeMessage(challenge) };
  await withTenant(platformTenantId, { kind: "public", via: "page", from }, async (scope) => {
    await queueMessage(scope, { channel: "email", to: email, ...letter });
  });
}

const codeLetter = (code: string, language: Language) => ({
  template: "registration-code",
  ...registrationWords[language].code(code, `${codeMinutes}`),
});

/** Once a day is enough, however often a stranger types the address. */
const knownLetter = (email: string, language: Language) => ({
  template: "registration-known",
  ...registrationWords[language].known(`${env().APP_URL}/register`, `${env().APP_URL}/forgot-password`),
  dedupeKey: `registration-known ${email} ${now().toISOString().slice(0, 10)}`,
});
