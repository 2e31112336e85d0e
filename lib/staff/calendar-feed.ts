import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { accessTokens } from "@/db/schema/requests";
import { calendarFeeds, staff } from "@/db/schema/staff";
import { recordAudit } from "@/lib/auth/audit";
import { may } from "@/lib/auth/permissions";
import { now } from "@/lib/platform/clock";
import type { Language } from "@/lib/platform/format";
import { newId, sha256 } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { seal, unseal } from "@/lib/platform/seal";
import type { Scope } from "@/lib/tenancy/scope";
import { lockStaff } from "./internal/lock-staff";

const place = (staffId: string): string => `calendar ${staffId}`;
const of = ({ tenantId }: Scope, staffId: string) =>
  and(eq(calendarFeeds.tenantId, tenantId), eq(calendarFeeds.staffId, staffId));

/** Who has a feed of somebody's work: they themselves, and who looks after the staff. */
const mayHave = ({ actor }: Scope, staffId: string): boolean =>
  actor.kind === "member" && (actor.staffId === staffId || may(actor.role, "staff.manage"));

type Refused = { refusal: "unknown" };

/** The token of the feed that there is; null for none. Whoever may not have one is told that nobody is here. */
export async function getFeed(scope: Scope, staffId: string): Promise<Result<string | null, Refused>> {
  if (!mayHave(scope, staffId)) return refuse("unknown");
  const { tenantId, tx } = scope;
  const [person] = await tx
    .select({ sealed: calendarFeeds.sealed })
    .from(staff)
    .leftJoin(calendarFeeds, and(eq(calendarFeeds.tenantId, staff.tenantId), eq(calendarFeeds.staffId, staff.id)))
    .where(and(eq(staff.tenantId, tenantId), eq(staff.id, staffId), isNull(staff.archivedAt)));
  if (!person) return refuse("unknown");
  return ok(person.sealed && unseal(person.sealed, place(staffId)));
}

/** A new one, in place of one that may have got into wrong hands. */
export async function makeFeed(scope: Scope, staffId: string): Promise<Result<string, Refused>> {
  const { actor, tenantId, tx } = scope;
  if (!mayHave(scope, staffId) || actor.kind !== "member" || !(await lockStaff(scope, staffId)))
    return refuse("unknown");
  const token = randomBytes(24).toString("base64url");
  const feed = { id: newId(), sealed: seal(token, place(staffId)), madeBy: actor.userId, createdAt: now() };
  await tx
    .insert(calendarFeeds)
    .values({ tenantId, staffId, ...feed })
    .onConflictDoUpdate({ target: [calendarFeeds.tenantId, calendarFeeds.staffId], set: feed });
  await tx
    .insert(accessTokens)
    .values({ hash: sha256(token), tenantId, kind: "calendar", subjectId: feed.id, createdAt: now() });
  await writeDown(scope, staffId, "calendar_feed.made");
  return ok(token);
}

export async function endFeed(scope: Scope, staffId: string): Promise<Result<null, Refused>> {
  if (!mayHave(scope, staffId) || !(await lockStaff(scope, staffId))) return refuse("unknown");
  const gone = await scope.tx.delete(calendarFeeds).where(of(scope, staffId)).returning({ id: calendarFeeds.id });
  if (gone.length > 0) await writeDown(scope, staffId, "calendar_feed.ended");
  return ok(null);
}

const writeDown = (scope: Scope, staffId: string, action: string): Promise<void> =>
  recordAudit(scope, { action, entity: "staff", entityId: staffId });

/** In the language of whoever made it. */
type StaffOfFeed = { id: string; name: string; language: Language };

/** Whose work a feed shows; null when it was ended, or whoever made it may see that work no longer. */
export async function staffOfFeed(scope: Scope, feedId: string): Promise<StaffOfFeed | null> {
  const [found] = await scope.tx.execute<StaffOfFeed>(sql`
    select p.id, p.name, u.language from calendar_feeds f
    join staff p on p.tenant_id = f.tenant_id and p.id = f.staff_id and p.active and p.archived_at is null
    join members m on m.tenant_id = f.tenant_id and m.user_id = f.made_by and m.removed_at is null
      and (m.staff_id = f.staff_id or m.role in ('owner', 'manager'))
    join users u on u.id = f.made_by
    where f.tenant_id = ${scope.tenantId} and f.id = ${feedId}`);
  return found ? { ...found } : null;
}
