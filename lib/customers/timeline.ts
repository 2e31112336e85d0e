import { sql } from "drizzle-orm";
import { actorMay, isHouse } from "@/lib/auth/actor-may";
import type { Permission } from "@/lib/auth/permissions";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { isSeen } from "./get-customer";
import { type Told, timelineParts } from "./internal/timeline-parts";
import type { TimelineQuery } from "./timeline-input";
import { type TimelineKind, timelineKinds } from "./timeline-kinds";

export type TimelineItem = Omit<Told, "amount"> & {
  /** Null to whom it would tell what others earn. */
  amountMinor: number | null;
};

export type TimelinePage = { items: TimelineItem[]; nextCursor: string | null };

const pageSize = 30;

/** What happened with somebody, latest first, in one question; null when this actor may not see them. */
export async function timeline(
  scope: Scope,
  customerId: string,
  { kind, cursor }: TimelineQuery,
): Promise<TimelinePage | null> {
  if (!(await isSeen(scope, customerId))) return null;
  const own = ownStaffOnly(scope.actor);
  const asked = timelineKinds
    .map(({ value }) => value)
    .filter((one) => (kind === undefined || one === kind) && isToldTo(scope, one));
  if (asked.length === 0) return { items: [], nextCursor: null };
  const all = asked.map((one) => sql`(${timelineParts[one](scope, customerId, kind === one)})`);
  const rows = await scope.tx.execute<Told>(sql`
    select * from (${sql.join(all, sql` union all `)}) t
    ${cursor ? sql`where (t.at, t.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : sql``}
    order by t.at desc, t.id desc limit ${pageSize + 1}`);
  const items = rows.slice(0, pageSize).map(({ amount, ...row }) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    amountMinor: own || amount === null ? null : Number(amount),
  }));
  const last = rows.at(pageSize - 1);
  return { items, nextCursor: rows.length > pageSize && last ? `${exactly(last.at)} ${last.id}` : null };
}

/** Postgres counts finer than JavaScript: cut short, the place in the list would be before its own row. */
const exactly = (at: string): string => String(at).replace(" ", "T");

/** Whoever serves sees what they did themselves, and what is good to know; no money, and nothing that was written. */
const ofTheirs: ReadonlySet<TimelineKind> = new Set(["booking", "visit", "note", "photo"]);
const needed: Partial<Record<TimelineKind, Permission>> = {
  conversation: "conversations.keep",
  points: "rewards.see",
  voucher: "rewards.see",
  review: "reviews.all",
  consent: "customers.consent",
};

function isToldTo({ actor }: Scope, kind: TimelineKind): boolean {
  if (ownStaffOnly(actor) !== null) return ofTheirs.has(kind);
  const wanted = needed[kind];
  return !wanted || !isHouse(actor) || actorMay(actor, wanted);
}
