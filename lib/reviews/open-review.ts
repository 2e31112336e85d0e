import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import type { Scope } from "@/lib/tenancy/scope";
import { isPaid } from "./internal/paid-visit";
import { changeDays, shortName, writeDays } from "./rules";

/** What of a visit its writer is shown: not whose it is, nor what it cost. */
export type OpenReview = {
  visitId: string;
  house: string;
  slug: string;
  timeZone: string;
  language: "en" | "sw";
  services: string[];
  staffNames: string[];
  at: string;
  /** As strangers would read their name. */
  shortName: string;
  /** May be said or changed until then. */
  until: string;
  open: boolean;
  said: { rating: number; words: string; isPublic: boolean; answer: string; hidden: boolean } | null;
};

/** The visit that a link was sent for; nobody gets there by a visit's number. */
export async function openReviewLink(token: string): Promise<{ tenantId: string; visitId: string } | null> {
  const owner = await tenantOfToken(token);
  return owner?.kind === "review" ? { tenantId: owner.tenantId, visitId: owner.subjectId } : null;
}

type Row = Omit<OpenReview, "until" | "open" | "said" | "shortName"> & {
  name: string;
  rating: number | null;
  words: string;
  isPublic: boolean;
  answer: string;
  hidden: boolean;
  writtenAt: string | null;
};

/** Visits that may be told of, the latest first; `which` says of `v` whose or which. */
async function readOpen({ tx, tenantId }: Scope, which: ReturnType<typeof sql>): Promise<OpenReview[]> {
  const rows = await tx.execute<Row>(sql`
    select v.id as "visitId", t.name as house, t.slug, t.time_zone as "timeZone", c.language, c.name, v.started_at as at,
      array(select l.service_name from visit_lines l where l.tenant_id = v.tenant_id and l.visit_id = v.id
        order by l.position) as services,
      array(select distinct s.name from visit_lines l join staff s on s.tenant_id = l.tenant_id and s.id = l.staff_id
        where l.tenant_id = v.tenant_id and l.visit_id = v.id) as "staffNames",
      r.rating, r.words, r.is_public as "isPublic", r.answer, r.hidden_at is not null as hidden, r.created_at as "writtenAt"
    from visits v join tenants t on t.id = v.tenant_id
    join customers c on c.tenant_id = v.tenant_id and c.id = v.customer_id and c.archived_at is null
    left join reviews r on r.tenant_id = v.tenant_id and r.visit_id = v.id
    where v.tenant_id = ${tenantId} and ${which} and ${isPaid()} order by v.started_at desc, v.id limit 30`);
  return rows.map(({ name, rating, words, isPublic, answer, hidden, writtenAt, ...row }) => {
    const from = Date.parse(writtenAt ?? row.at);
    const until = new Date(from + (writtenAt ? changeDays : writeDays) * 86_400_000);
    return {
      ...row,
      at: new Date(row.at).toISOString(),
      shortName: shortName(name),
      until: until.toISOString(),
      open: until > now(),
      said: rating === null ? null : { rating, words, isPublic, answer, hidden },
    };
  });
}

export async function getOpenReview(scope: Scope, visitId: string): Promise<OpenReview | null> {
  const [found] = await readOpen(scope, sql`v.id = ${visitId}`);
  return found ?? null;
}

/** What these customers have said or may still say. */
export const listOwnReviews = (scope: Scope, customerIds: readonly string[]): Promise<OpenReview[]> =>
  readOpen(
    scope,
    sql`v.customer_id = any(${`{${customerIds.join(",")}}`}::uuid[]) and (r.id is not null or v.started_at > ${new Date(
      now().getTime() - writeDays * 86_400_000,
    ).toISOString()})`,
  );
