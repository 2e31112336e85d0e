import { eq } from "drizzle-orm";
import { users } from "@/db/schema/people";
import type { Language } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { count } from "@/lib/platform/rate-limit";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { TestMessageInput } from "./input";
import { queueMessage } from "./queue-message";
import { memberWords } from "./words/member";

export type TestRefusal = { refusal: "too_many"; retryAfterSeconds: number } | { refusal: "not_sent" };

const perHour = { name: "test-messages", points: 10, seconds: 3_600 };

/** A message that says that messages come, on the way that all others take. */
export async function sendTest(
  scope: Scope,
  { channel, to }: TestMessageInput,
): Promise<Result<{ id: string }, TestRefusal>> {
  const allowed = await count(perHour, scope.tenantId);
  if (!allowed.ok) return refuse("too_many", { retryAfterSeconds: allowed.retryAfterSeconds });
  const { name } = await houseOf(scope);
  const say = memberWords[await languageOf(scope)];
  const id = newId();
  const status = await queueMessage(scope, {
    channel,
    to,
    template: "test-message",
    subject: say.testSubject(name),
    body: say.test(name),
    dedupeKey: `test-message ${id}`,
  });
  return status === "queued" ? ok({ id }) : refuse("not_sent");
}

/** Of whoever tries it. */
async function languageOf({ tx, actor }: Scope): Promise<Language> {
  if (actor.kind !== "member") return "en";
  const [user] = await tx.select({ language: users.language }).from(users).where(eq(users.id, actor.userId));
  return user?.language ?? "en";
}
