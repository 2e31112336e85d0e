import { platformPool } from "@/db/platform-client";
import type { Role } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { isId } from "@/lib/platform/ids";
import type { TenantItem } from "./list-tenants";
import { ofRealPeople } from "./of-real-people";

export type TenantFile = TenantItem & {
  timeZone: string;
  statusReason: string;
  decidedAt: string | null;
  /** When all of it is deleted, while its owner closes it. */
  closesAt: string | null;
  termsVersion: string | null;
  termsAcceptedAt: string | null;
  counts: {
    staff: number;
    services: number;
    customers: number;
    bookings: number;
    upcoming: number;
    /** What its customers asked by a form, and what left the house. */
    enquiries: number;
    messages: number;
  };
  members: { userId: string; name: string; reach: string; role: Role }[];
  /** What was applied for and decided, newest first. */
  history: { id: string; at: string; action: string; by: string; status: string; reason: string }[];
};

type Facts = Omit<TenantFile, "members" | "history" | "createdAt" | "decidedAt" | "closesAt" | "termsAcceptedAt"> & {
  createdAt: Date;
  decidedAt: Date | null;
  closesAt: Date | null;
  termsAcceptedAt: Date | null;
};
type Entry = { id: string; at: Date; action: string; by: string | null; after: string | null };

/** One business as the platform sees it, or null. */
export async function getTenant(id: string): Promise<TenantFile | null> {
  if (!isId(id)) return null;
  const pool = platformPool();
  const [facts, members, entries] = await Promise.all([
    pool.query<Facts>(
      `select id, slug, name, business_type as "businessType", city, phone, email, status, created_at as "createdAt",
         time_zone as "timeZone", status_reason as "statusReason", decided_at as "decidedAt", closes_at as "closesAt",
         terms_version as "termsVersion", terms_accepted_at as "termsAcceptedAt",
         json_build_object(
           'staff', (select count(*) from staff s where s.tenant_id = t.id and s.archived_at is null),
           'services', (select count(*) from services s where s.tenant_id = t.id and s.archived_at is null),
           'customers', (select count(*) from customers c where c.tenant_id = t.id and not c.is_sample),
           'bookings', (select count(*) from bookings b ${ofRealPeople}),
           'upcoming', (select count(*) from bookings b ${ofRealPeople} and b.starts_at > $2
             and b.status in ('requested', 'confirmed')),
           'enquiries', (select count(*) from enquiries e where e.tenant_id = t.id),
           'messages', (select count(*) from messages m where m.tenant_id = t.id and m.sent_at is not null)) as counts
       from tenants t where id = $1 and kind = 'business'`,
      [id, now()],
    ),
    pool.query<TenantFile["members"][number]>(
      `select u.id as "userId", u.name, coalesce(u.email, u.phone) as reach, m.role
       from members m join users u on u.id = m.user_id
       where m.tenant_id = $1 and m.removed_at is null order by m.created_at, u.id limit 50`,
      [id],
    ),
    pool.query<Entry>(
      `select a.id, a.at, a.action, u.name as by, a.after from audit_entries a left join users u on u.id = a.user_id
       where a.tenant_id = $1 and a.entity = 'tenant' and a.action in ('tenant.applied', 'tenant.decided', 'business.closed', 'business.kept')
       order by a.at desc, a.id desc limit 20`,
      [id],
    ),
  ]);
  const [row] = facts.rows;
  if (!row) return null;
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    closesAt: row.closesAt?.toISOString() ?? null,
    termsAcceptedAt: row.termsAcceptedAt?.toISOString() ?? null,
    members: members.rows,
    history: entries.rows.map(toldOf),
  };
}

function toldOf({ id, at, action, by, after }: Entry) {
  const { status = "", reason = "" } = JSON.parse(after ?? "{}") as { status?: string; reason?: string };
  return { id, at: at.toISOString(), action, by: by ?? "ClientPulse", status, reason };
}
