import { eq } from "drizzle-orm";
import { z } from "zod";
import { isDuplicate } from "@/db/errors";
import { users } from "@/db/schema/people";
import { queueMessage } from "@/lib/notifications/queue-message";
import { masked } from "@/lib/platform/masked";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { countSms, type SmsRefused } from "@/lib/platform/sms";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { recordAudit } from "./audit";
import { endOpenWays } from "./internal/set-password";
import { type Reachable, tellUser } from "./internal/tell-user";
import { countCode, countOwnChange, countRedeeming } from "./limits";
import { codeMessage, codeMinutes, issueCode, redeemCode } from "./one-time-codes";
import { onOwnAccount, type Self, type SignedOut, whileSignedIn } from "./own-account";
import type { CodeRefused } from "./reset-password";
import { readIdentifier } from "./sign-in";
import { type ProofOwed, requireProof } from "./step-up";
import { type LoginWords, loginWords } from "./words";

type Field = "email" | "phone";
type NotOne = { refusal: "not_an_email" | "not_a_phone" };
/** Where the code went, and what it has to come back with. */
export type Challenge = { destination: string; challenge: string };
type Asked = Result<Challenge, ProofOwed | NotOne | SmsRefused>;

const kinds = {
  email: { purpose: "confirm_email", channel: "email", not: "not_an_email" },
  phone: { purpose: "confirm_phone", channel: "sms", not: "not_a_phone" },
} as const;

const isAddress = (text: string): boolean => z.email().max(200).safeParse(text).success;

function readContact(field: Field, text: string): string | null {
  const named = readIdentifier(text);
  if (named && "email" in named) return field === "email" && isAddress(named.email) ? named.email : null;
  return named && field === "phone" ? named.phone : null;
}

/**
 * Sends a code to where somebody wants to be reached from now on. Whether another login has that address is told only
 * to who can read what comes there.
 */
export async function askContactChange(self: Self, field: Field, text: string): Promise<Asked> {
  const proof = await requireProof(self);
  if (!proof.ok) return proof;
  const { purpose, channel, not } = kinds[field];
  const destination = readContact(field, text);
  if (!destination) return refuse(not);
  const own = await countOwnChange("contact", self.userId);
  const allowed = own.ok ? await countCode(purpose, destination, self.from.address) : own;
  if (!allowed.ok) return refuse("too_many", { retryAfterSeconds: allowed.retryAfterSeconds });
  const sms = channel === "sms" ? await countSms(destination, platformTenantId) : ok(true as const);
  if (!sms.ok) return sms;
  const { challenge, code } = await issueCode({ purpose, destination }, self.userId);
  await onOwnAccount(self, async (scope) => {
    const { language } = await contactOf(scope, self.userId);
    await queueMessage(scope, {
      channel,
      to: destination,
      template: "confirm-contact",
      ...loginWords[language].contactCode(code, `${codeMinutes}`),
      counted: true,
      ...codeMessage(challenge),
    });
  });
  return ok({ destination, challenge });
}

/** The code came back: the address is theirs. The one before hears of it. */
export async function confirmContactChange(
  self: Self,
  field: Field,
  given: Challenge & { code: string },
): Promise<Result<{ destination: string }, CodeRefused | NotOne | SignedOut | { refusal: "taken" }>> {
  const { purpose, not } = kinds[field];
  const destination = readContact(field, given.destination);
  if (!destination) return refuse(not);
  const within = await countRedeeming(self.from.address);
  if (!within.ok) return refuse("too_many", { retryAfterSeconds: within.retryAfterSeconds });
  const redeemed = await redeemCode({ purpose, destination, challenge: given.challenge }, given.code);
  if (!redeemed.ok)
    return redeemed.why === "wrong" ? refuse("wrong_code", { triesLeft: redeemed.triesLeft }) : refuse("code_ended");
  if (redeemed.userId !== self.userId) return refuse("code_ended");
  try {
    return await whileSignedIn(self, async (scope) => {
      const before = await contactOf(scope, self.userId);
      await setContact(scope, self.userId, field, before[field], destination);
      await tellUser(scope, before, "contact-changed", (say) => say.contactChanged(say[field], masked(destination)));
      return ok({ destination });
    });
  } catch (error) {
    if (isDuplicate(error)) return refuse("taken");
    throw error;
  }
}

/** Takes away an address that is not, or no longer, theirs; one to sign in with stays. Both hear of it. */
export async function removeContact(
  self: Self,
  field: Field,
): Promise<Result<true, ProofOwed | SignedOut | { refusal: "last_contact" }>> {
  const proof = await requireProof(self);
  if (!proof.ok) return proof;
  return whileSignedIn(self, async (scope) => {
    const { email, phone, language } = await contactOf(scope, self.userId);
    const gone = field === "email" ? email : phone;
    if (!gone) return ok(true as const);
    if (!email || !phone) return refuse("last_contact");
    await setContact(scope, self.userId, field, gone, null);
    const told = (say: LoginWords) => say.contactRemoved(say[field], masked(gone));
    await tellUser(scope, { email, phone: null, language }, "contact-removed", told);
    await tellUser(scope, { email: null, phone, language }, "contact-removed", told);
    return ok(true as const);
  });
}

async function contactOf(scope: Scope, userId: string): Promise<Reachable> {
  const [user] = await scope.tx
    .select({ email: users.email, phone: users.phone, language: users.language })
    .from(users)
    .where(eq(users.id, userId));
  return user ?? { email: null, phone: null, language: "en" };
}

async function setContact(scope: Scope, userId: string, field: Field, before: string | null, to: string | null) {
  await scope.tx
    .update(users)
    .set({ [field]: to })
    .where(eq(users.id, userId));
  // Links that went to the old address must not open the account that has left it.
  await endOpenWays(scope, userId);
  await recordAudit(scope, {
    action: to ? `${field}.changed` : `${field}.removed`,
    entity: "user",
    entityId: userId,
    personId: userId,
    before: { [field]: before },
    ...(to ? { after: { [field]: to } } : {}),
  });
}
