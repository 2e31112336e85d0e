import { platformPool } from "@/db/platform-client";
import type { ListTenantsInput } from "./input";
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

export type TenantPage = {
  items: TenantItem[];
  nextCursor: string | null;
  /** Of all businesses, whatever is searched for. */
  counts: Record<TenantStatus, number>;
};

type Row = Omit<TenantItem, "createdAt"> & { createdAt: Date };

/** Every business of the platform, newest first. The last one's id is the cursor. */
export async function listTenants({ q, status, limit, cursor }: ListTenantsInput): Promise<TenantPage> {
  const [found, counted] = await Promise.all([
    platformPool().query<Row>(
      `select id, slug, name, business_type as "businessType", city, phone, email, status, created_at as "createdAt"
       from tenants t
       where kind = 'business' and ($1::text is null or status = $1)
         and ($2 = '' or name ilike $3 or slug ilike $3 or email ilike $3 or ($4 <> '' and phone like '%' || $4 || '%')
           or exists (select from members m join users u on u.id = m.user_id
             where m.tenant_id = t.id and m.removed_at is null and u.email ilike $3))
         and ($5::uuid is null or (created_at, id) < (select c.created_at, c.id from tenants c where c.id = $5))
       order by created_at desc, id desc limit $6`,
      [status ?? null, q, `%${q.replace(/[\\%_]/g, "\\$&")}%`, digitsOf(q), cursor ?? null, limit + 1],
    ),
    platformPool().query<{ status: TenantStatus; many: number }>(
      `select status, count(*)::int as many from tenants where kind = 'business' group by status`,
    ),
  ]);
  const items = found.rows.slice(0, limit).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  const counts = { pending: 0, active: 0, suspended: 0, rejected: 0 };
  for (const row of counted.rows) counts[row.status] = row.many;
  return { items, nextCursor: found.rows.length > limit ? (items.at(-1)?.id ?? null) : null, counts };
}

/** `0712 345` as it stands within +254712345…; two digits are in every number. */
function digitsOf(search: string): string {
  if (!/^[\d\s+()-]+$/.test(search)) return "";
  const digits = search.replace(/\D/g, "").replace(/^0/, "");
  return digits.length >= 3 ? digits : "";
}
