import { type SQL, sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import type { EnquiriesQuery } from "./input";

export type Enquiry = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  subject: string;
  words: string;
  at: string;
  read: boolean;
  answered: { at: string; by: string | null } | null;
  deleted: boolean;
};

export type EnquiryList = { enquiries: Enquiry[]; nextCursor: string | null; unread: number; position: string };

const pageSize = 30;

const shown = {
  all: sql`e.deleted_at is null`,
  unread: sql`e.deleted_at is null and e.read_at is null`,
  open: sql`e.deleted_at is null and e.answered_at is null`,
  answered: sql`e.deleted_at is null and e.answered_at is not null`,
  deleted: sql`e.deleted_at is not null`,
} as const;

/** The latest first; of a business, or of the platform in its own scope. */
export async function listEnquiries(scope: Scope, { show, cursor }: EnquiriesQuery): Promise<EnquiryList> {
  const { tx, tenantId } = scope;
  const head = await headOf(scope);
  const [at, id] = cursor?.split(" ") ?? [];
  const rows = await readEnquiries(
    scope,
    sql`${shown[show ?? "all"]} ${at && id ? sql`and (e.created_at, e.id) < (${at}::timestamptz, ${id}::uuid)` : sql``}
      order by e.created_at desc, e.id desc limit ${pageSize + 1}`,
  );
  const [count] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from enquiries e where e.tenant_id = ${tenantId} and ${shown.unread}`);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    enquiries: page,
    nextCursor: rows.length > pageSize && last ? `${last.at} ${last.id}` : null,
    unread: count!.n,
    position: writePosition(head),
  };
}

export async function getEnquiry(scope: Scope, id: string): Promise<Enquiry | null> {
  const [found] = await readEnquiries(scope, sql`e.id = ${id}`);
  return found ?? null;
}

type Row = Omit<Enquiry, "answered"> & { answeredAt: string | null; answeredBy: string | null };

async function readEnquiries({ tx, tenantId }: Scope, which: SQL): Promise<Enquiry[]> {
  const rows = await tx.execute<Row>(sql`
    select e.id, e.name, e.phone, e.email, e.subject, e.words, e.created_at as at, e.read_at is not null as read,
      e.answered_at as "answeredAt", u.name as "answeredBy", e.deleted_at is not null as deleted
    from enquiries e left join users u on u.id = e.answered_by where e.tenant_id = ${tenantId} and ${which}`);
  return rows.map(({ answeredAt, answeredBy, ...row }) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    answered: answeredAt ? { at: new Date(answeredAt).toISOString(), by: answeredBy } : null,
  }));
}
