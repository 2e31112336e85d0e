import { sql } from "drizzle-orm";
import { startOfMonth } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Scope } from "./scope";

/** What a plan limits. */
export type LimitName = "members" | "activeCustomers" | "messages";
/** A limit that is absent is none. */
export type Room = Record<LimitName, { used: number; limit: number | null }>;

/** The plan holds no more of these: nothing was done. Told by its name, as a process holds several copies of each module. */
export class OverPlan extends Error {
  override name = "OverPlan";
  constructor(
    readonly tenantId: string,
    readonly what: LimitName | "resting" | "closing",
    readonly limit: number,
    readonly plan: string,
  ) {
    super(`the plan ${plan} holds ${limit} ${what}`);
  }
}

export const isOverPlan = (error: unknown): error is OverPlan => error instanceof Error && error.name === "OverPlan";

/** SMS that go to the house's own people, or to who is to become one of them. */
const ofTheHouse: ReadonlySet<string> = new Set([
  ...[
    "subscription",
    "invitation",
    "test-message",
    "booking-for-member",
    "tenant-approve",
    "tenant-reject",
    "tenant-suspend",
    "tenant-reactivate",
    "business-closed",
    "business-kept",
  ],
]);
export const goesToCustomer = (template: string): boolean => !ofTheHouse.has(template);

/** New, booked or bought so many days ago at most. */
export const activeDays = 30;

type Limits = Record<LimitName, number | null> & {
  plan: string;
  timeZone: string;
  worksUntil: string | null;
  isClosing: boolean;
};

async function limitsOf({ tx, tenantId }: Scope): Promise<Limits | null> {
  const [limits] = await tx.execute<Limits>(sql`
    select p.name as plan, p.members, p.active_customers as "activeCustomers", p.messages, t.time_zone as "timeZone",
      t.works_until as "worksUntil", t.closing_since is not null as "isClosing"
    from subscriptions s join plans p on p.id = s.plan_id join tenants t on t.id = s.tenant_id
    where s.tenant_id = ${tenantId}`);
  return limits ?? null;
}

const counts = {
  /** Whoever is invited has their place. */
  members: ({ tenantId }: Scope) => sql`
    select (select count(*) from members where tenant_id = ${tenantId} and removed_at is null)
      + (select count(*) from invitations where tenant_id = ${tenantId} and accepted_at is null and revoked_at is null
        and expires_at > ${now().toISOString()})`,
  /** Who can be reached, and is new, has booked or was here. Nobody's name is not a customer. */
  activeCustomers: ({ tenantId }: Scope) => {
    const since = new Date(now().getTime() - activeDays * 86_400_000).toISOString();
    return sql`
      select count(*) from customers c where c.tenant_id = ${tenantId} and c.phone is not null and c.archived_at is null
        and (c.created_at > ${since}
          or exists (select from bookings b where b.tenant_id = c.tenant_id and b.customer_id = c.id
            and b.starts_at > ${since} and b.status not in ('cancelled', 'rejected', 'expired'))
          or exists (select from sales s where s.tenant_id = c.tenant_id and s.customer_id = c.id and s.created_at > ${since}))`;
  },
  /** To customers, known or not. */
  messages: ({ tenantId }: Scope, { timeZone }: Limits) => sql`
    select count(*) from messages where tenant_id = ${tenantId} and channel = 'sms' and status <> 'failed'
      and template <> all(${`{${[...ofTheHouse].join(",")}}`}::text[]) and created_at >= ${startOfMonth(now(), timeZone).toISOString()}`,
} satisfies Record<LimitName, (scope: Scope, limits: Limits) => ReturnType<typeof sql>>;

async function count(scope: Scope, what: LimitName, limits: Limits): Promise<number> {
  const [row] = await scope.tx.execute<{ n: string }>(sql`select (${counts[what](scope, limits)}) as n`);
  return Number(row!.n);
}

/** How much of everything is used, and how much the plan holds; null for a business that is not charged. */
export async function planRoom(scope: Scope): Promise<Room | null> {
  const limits = await limitsOf(scope);
  if (!limits) return null;
  const of = async (what: LimitName) => ({ used: await count(scope, what, limits), limit: limits[what] });
  return { members: await of("members"), activeCustomers: await of("activeCustomers"), messages: await of("messages") };
}

/**
 * Whether one more of it still goes; otherwise nothing of what was begun is done. Two that come at once come one after the
 * other, where there is a limit at all. Called before the one more is written.
 */
export async function requireRoom(scope: Scope, what: LimitName): Promise<void> {
  const limits = await limitsOf(scope);
  if (!limits) return;
  if (limits.isClosing) throw new OverPlan(scope.tenantId, "closing", 0, limits.plan);
  const worksUntil = limits.worksUntil && new Date(limits.worksUntil);
  if (worksUntil && worksUntil <= now()) throw new OverPlan(scope.tenantId, "resting", 0, limits.plan);
  const left = await roomIn(scope, what, limits);
  if (left && left.room < 1) throw new OverPlan(scope.tenantId, what, left.limit, left.plan);
}

type Left = { room: number; limit: number; plan: string };

/** How many more go; null where nothing is limited. */
export async function roomLeft(scope: Scope, what: LimitName): Promise<Left | null> {
  const limits = await limitsOf(scope);
  return limits && roomIn(scope, what, limits);
}

async function roomIn(scope: Scope, what: LimitName, limits: Limits): Promise<Left | null> {
  const limit = limits[what];
  if (limit === null) return null;
  await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`plan ${what} ${scope.tenantId}`}, 0))`);
  return { room: limit - (await count(scope, what, limits)), limit, plan: limits.plan };
}
