import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { shortName } from "./rules";

/** What strangers read of a review. Of a hidden one the stars stand without its words. */
export type PublicReview = {
  rating: number;
  words: string;
  hidden: boolean;
  by: string;
  at: string;
  services: string[];
  answer: string;
};

export type PublicReviews = {
  count: number;
  /** Of all that are public, the hidden ones too: who hides words hides no stars. */
  average: number | null;
  reviews: PublicReview[];
  nextCursor: string | null;
};

export async function publicReviews({ tx, tenantId }: Scope, cursor?: string, pageSize = 10): Promise<PublicReviews> {
  const [at, id] = cursor?.split(" ") ?? [];
  const rows = await tx.execute<Omit<PublicReview, "by"> & { id: string; name: string }>(sql`
    select r.id, r.rating, r.created_at as at, c.name, r.hidden_at is not null as hidden,
      case when r.hidden_at is null then r.words else '' end as words, r.answer,
      array(select l.service_name from visit_lines l where l.tenant_id = r.tenant_id and l.visit_id = r.visit_id
        order by l.position) as services
    from reviews r join customers c on c.tenant_id = r.tenant_id and c.id = r.customer_id
    where r.tenant_id = ${tenantId} and r.is_public
      ${at && id ? sql`and (r.created_at, r.id) < (${at}::timestamptz, ${id}::uuid)` : sql``}
    order by r.created_at desc, r.id desc limit ${pageSize + 1}`);
  const standing = await publicAverage({ tx, tenantId });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    ...standing,
    reviews: page.map(({ id: _, name, at: when, ...row }) => ({
      ...row,
      by: shortName(name),
      at: new Date(when).toISOString(),
    })),
    nextCursor: rows.length > pageSize && last ? `${new Date(last.at).toISOString()} ${last.id}` : null,
  };
}

export async function publicAverage({
  tx,
  tenantId,
}: Pick<Scope, "tx" | "tenantId">): Promise<{ count: number; average: number | null }> {
  const [row] = await tx.execute<{ count: number; average: string | null }>(sql`
    select count(*)::int as count, avg(rating) as average from reviews where tenant_id = ${tenantId} and is_public`);
  return { count: row!.count, average: row!.average === null ? null : Number(row!.average) };
}
