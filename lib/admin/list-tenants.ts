import { platformPool } from "@/db/platform-client";
import { now } from "@/lib/platform/clock";
import type { ListTenantsInput } from "./input";
import { ofRealPeople } from "./of-real-people";
import type { TenantStatus } from "./rules";

export type TenantItem = {
  id: string;
  slug: string;
  name: string;
  businessType: string;
  city: string;
  phone: string;
  email: string | null;
  status: TenantStatus;
  createdAt: string;
};

/** With how much goes on there. */
export type TenantLine = TenantItem & {
  customers: number;
  /** That begin within the thirty days before now, those that were called off left out. */
  bookings: number;
};

export type TenantPage = {
  items: TenantLine[];
  nextCursor: string | null;
  /** Of all businesses, whatever is searched for. */
  counts: Record<TenantStatus, number>;
};

type Row = Omit<TenantLine, "createdAt"> & { createdAt: Date };

/** Every business of the platform, newest first. The last one's id is the cursor. */
export async function listTenants({ limit, ...asked }: ListTenantsInput): Promise<TenantPage> {
  const [found, counted] = await Promise.all([
    tenantLines({ ...asked, limit: limit + 1 }),
    platformPool().query<{ status: TenantStatus; many: number }>(
      `select status, count(*)::int as many from tenants where kind = 'business' group by status`,
    ),
  ]);
  const items = found.slice(0, limit);
  const counts = { pending: 0, active: 0, suspended: 0, rejected: 0 };
  for (const row of counted.rows) counts[row.status] = row.many;
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null, counts };
}

/** Those that fit, and how much goes on in each of them. */
export async function tenantLines({ q, status, limit, cursor }: ListTenantsInput): Promise<TenantLine[]> {
  const { rows } = await platformPool().query<Row>(
    `select t.*,
       (select count(*)::int from customers c where c.tenant_id = t.id and c.archived_at is null and not c.is_sample) as customers,
       (select count(*)::int from bookings b ${ofRealPeople} and b.starts_at > $7::timestamptz - interval '30 days'
         and b.starts_at <= $7 and b.status not in ('cancelled', 'rejected', 'expired')) as bookings
     from (
       select id, slug, name, business_type as "businessType", city, phone, email, status, created_at as "createdAt"
       from tenants t
       where kind = 'business' and ($1::text is null or status = $1)
         and ($2 = '' or name ilike $3 or slug ilike $3 or email ilike $3 or ($4 <> '' and phone like '%' || $4 || '%')
           or exists (select from members m join users u on u.id = m.user_id
             where m.tenant_id = t.id and m.removed_at is null and u.email ilike $3))
         and ($5::uuid is null or (created_at, id) < (select c.created_at, c.id from tenants c where c.id = $5))
       order by created_at desc, id desc limit $6) t
     order by t."createdAt" desc, t.id desc`,
    [status ?? null, q, `%${q.replace(/[\\%_]/g, "\\$&")}%`, digitsOf(q), cursor ?? null, limit, now()],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** `0712 345` as it stands within +254712345…; two digits are in every number. */
function digitsOf(search: string): string {
  if (!/^[\d\s+()-]+$/.test(search)) return "";
  const digits = search.replace(/\D/g, "").replace(/^0/, "");
  return digits.length >= 3 ? digits : "";
}
