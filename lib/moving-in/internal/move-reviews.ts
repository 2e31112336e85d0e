import { sql } from "drizzle-orm";
import { reviews, testimonials } from "@/db/schema/reviews";
import { cut } from "@/lib/platform/cut";
import { mostTestimonial, mostWords } from "@/lib/reviews/rules";
import type { OldRow } from "../dump";
import { type Old, oldReview } from "./old-models";
import { bringRow, idHere, type Move, newIdOf, put, refuseRow, take, tell } from "./tally";

type Review = Old<typeof oldReview>;

/** What customers said of their visits, and what the business says of the platform: that waits for a yes once more. */
export async function moveReviews(move: Move): Promise<void> {
  const { scope } = move;
  const visits = await scope.tx.execute<{ id: string; customer: string; at: string; said: boolean }>(sql`
    select v.id, v.customer_id as customer, v.started_at as at, exists (select from reviews r
      where r.tenant_id = v.tenant_id and r.visit_id = v.id) as said
    from visits v where v.tenant_id = ${scope.tenantId} and v.voided_at is null order by v.started_at desc, v.id`);
  const open = visits.filter(({ said }) => !said);
  const rows: (typeof reviews.$inferInsert)[] = [];
  for (const { row, it } of take(move, "review", oldReview)) {
    if (!Number.isInteger(it.rating) || it.rating < 1 || it.rating > 5)
      refuseRow(move, row, `${it.rating} stars: 1 to 5 there are`);
    else if (it.reviewer_type === "business_owner") await testify(move, row, it);
    else {
      const visit = visitOf(move, open, it);
      if (!visit) {
        refuseRow(move, row, "nobody said it of a visit that came in");
        continue;
      }
      open.splice(open.indexOf(visit), 1);
      if (!it.visit) tell(move, row, "named no visit: it is of the last one before it");
      bringRow(move, row);
      rows.push({
        ...{
          tenantId: scope.tenantId,
          id: idHere(row),
          visitId: visit.id,
          customerId: visit.customer,
          rating: it.rating,
        },
        ...{ words: cut(it.comment, mostWords), isPublic: it.is_public, createdAt: it.created_at ?? move.at },
      });
    }
  }
  await put(scope, reviews, rows);
}

type Visit = { id: string; customer: string; at: string };

/** The one that it names; of a customer who named none, the last before it. The newest stand first. */
function visitOf<V extends Visit>(
  move: Move,
  open: readonly V[],
  { visit, customer, created_at }: Review,
): V | undefined {
  if (visit) {
    const id = newIdOf(move, "visit", visit);
    return open.find((one) => one.id === id);
  }
  const customerId = newIdOf(move, "customer", customer);
  const until = created_at ?? move.at;
  return customerId ? open.find((one) => one.customer === customerId && new Date(one.at) <= until) : undefined;
}

async function testify(move: Move, row: OldRow, { user, comment, rating, created_at }: Review): Promise<void> {
  const byUserId = newIdOf(move, "user", user);
  if (!byUserId || !comment) return refuseRow(move, row, "says nothing, or nobody who came in said it");
  const [made] = await move.scope.tx
    .insert(testimonials)
    .values({
      ...{ tenantId: move.scope.tenantId, rating, words: cut(comment, mostTestimonial), byUserId },
      ...{ status: "waiting" as const, createdAt: created_at ?? move.at },
    })
    .onConflictDoNothing()
    .returning({ rating: testimonials.rating });
  if (!made) return refuseRow(move, row, "the business has said something of the platform already");
  bringRow(move, row);
  tell(move, row, "what the owner says of the platform waits for its yes");
}
