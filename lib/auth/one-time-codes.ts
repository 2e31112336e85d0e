import { randomInt } from "node:crypto";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type CodePurpose, oneTimeCodes } from "@/db/schema/people";
import { wipeMessages } from "@/lib/notifications/wipe-messages";
import { now } from "@/lib/platform/clock";
import { isId, newId } from "@/lib/platform/ids";
import { signature, signatures } from "@/lib/platform/signing";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";

export const codeMinutes = 10;
export const triesPerCode = 5;

type Asked = { purpose: CodePurpose; destination: string };
/** What whoever asked was answered, and nobody else knows: without it a code cannot be tried, so none is used up for them. */
type Challenged = Asked & { challenge: string };

const signed = ({ purpose, destination }: Asked, code: string): string => `code ${purpose} ${destination} ${code}`;

/** Codes lie with the platform, and so do the messages that bring them. */
const keeping = <T>(work: (scope: Scope) => Promise<T>): Promise<T> =>
  withTenant(platformTenantId, { kind: "system", job: "codes" }, work);

const messageKey = (challenge: string): string => `code ${challenge}`;

/** What makes a message the one of this code: its words go when the code does. */
export const codeMessage = (challenge: string) => ({
  dedupeKey: messageKey(challenge),
  secretUntil: new Date(now().getTime() + codeMinutes * 60_000),
});

/** Six fresh digits; the code before them ends. `challenge` is given by who has had to answer it already. */
export async function issueCode(
  asked: Asked,
  userId?: string,
  challenge = newId(),
): Promise<{ challenge: string; code: string }> {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const at = now();
  const { purpose, destination } = asked;
  await keeping(async (scope) => {
    // Two requests for one number at once: one after the other.
    await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`code ${purpose} ${destination}`}, 0))`);
    await endCodes(scope, eq(oneTimeCodes.purpose, purpose), eq(oneTimeCodes.destination, destination));
    await scope.tx.insert(oneTimeCodes).values({
      id: challenge,
      purpose,
      destination,
      userId: userId ?? null,
      codeHash: signature(signed(asked, code)).toString("hex"),
      createdAt: at,
      expiresAt: new Date(at.getTime() + codeMinutes * 60_000),
    });
  });
  return { challenge, code };
}

/** Ends those that are open among `which`, in the platform's scope. */
export async function endCodes(scope: Scope, ...which: [SQL, ...SQL[]]): Promise<void> {
  const ended = await scope.tx
    .update(oneTimeCodes)
    .set({ endedAt: now() })
    .where(and(...which, isNull(oneTimeCodes.endedAt)))
    .returning({ id: oneTimeCodes.id });
  await wipeMessages(
    scope,
    ended.map(({ id }) => messageKey(id)),
  );
}

export type Redeemed =
  | { ok: true; userId: string | null }
  | { ok: false; why: "wrong"; triesLeft: number }
  | { ok: false; why: "too_many" };

/**
 * Tries a code and, when it is right, uses it up: one statement, so that a hundred at once count as a hundred and only
 * one can win. A code that was sent to nobody is as wrong as any other; a challenge that is not open counts against none.
 */
export async function redeemCode({ challenge, ...asked }: Challenged, code: string): Promise<Redeemed> {
  if (!isId(challenge)) return { ok: false, why: "too_many" };
  const at = now().toISOString();
  const right = signatures(signed(asked, code)).map((hash) => hash.toString("hex"));
  return keeping<Redeemed>(async (scope) => {
    const [tried] = await scope.tx.execute<{ right: boolean; user_id: string | null; tries: number }>(sql`
      update one_time_codes set tries = tries + 1,
        ended_at = case when code_hash = any(${`{${right.join(",")}}`}::text[]) then ${at}::timestamptz end
      where id = ${challenge} and purpose = ${asked.purpose} and destination = ${asked.destination}
        and ended_at is null and expires_at > ${at}::timestamptz and tries < ${triesPerCode}
      returning ended_at is not null as right, user_id, tries`);
    if (!tried) return { ok: false, why: "too_many" };
    if (!tried.right) return { ok: false, why: "wrong", triesLeft: triesPerCode - tried.tries };
    await wipeMessages(scope, [messageKey(challenge)]);
    return { ok: true, userId: tried.user_id };
  });
}
