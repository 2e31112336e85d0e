import { eq } from "drizzle-orm";
import { pointsEntries, referralCodes, referrals } from "@/db/schema/rewards";
import { sales } from "@/db/schema/till";
import { inParts } from "./in-parts";
import type { Known } from "./move-customers";
import { adjust, type Move, madeId, newIdOf, put, tell } from "./tally";

/** What everybody has, as the first line of their points. `step`: so many visits are a reward. */
export async function movePoints(move: Move, people: readonly Known[], step: number): Promise<void> {
  await put(
    move.scope,
    pointsEntries,
    people.flatMap((one) => openingOf(move, one, step)),
  );
}

/** Of visits, those since the last reward for visits. */
function openingOf(move: Move, { row, it }: Known, step: number): (typeof pointsEntries.$inferInsert)[] {
  const { scope, at } = move;
  if (it.points < 0) adjust(move, row, { measure: "points", amount: -it.points }, `${it.points} points are none: 0`);
  const [points, visits] = [Math.max(0, it.points), Number.isFinite(step) ? Math.max(0, it.visit_count) % step : 0];
  if (points === 0 && visits === 0) return [];
  const source = `opening ${row.id}`;
  return [
    {
      ...{ tenantId: scope.tenantId, id: madeId(`points ${source}`), customerId: newIdOf(move, "customer", row.id)! },
      ...{ kind: "adjust" as const, points, visits, source, reason: "From the system before this one", createdAt: at },
    },
  ];
}

/** Both sides had their points there: here nobody gets them again. Who never paid here may come by another friend. */
export async function moveFriends(move: Move, people: readonly Known[]): Promise<void> {
  const { scope, at } = move;
  const { tenantId } = scope;
  const codes = new Map<string, typeof referralCodes.$inferInsert>();
  const came = new Map<string, typeof referrals.$inferInsert>();
  const bought = await scope.tx
    .select({ customerId: sales.customerId, id: sales.id })
    .from(sales)
    .where(eq(sales.tenantId, tenantId))
    .orderBy(sales.createdAt);
  const firstSale = new Map(bought.toReversed().map(({ customerId, id }) => [customerId, id]));
  for (const { row, it } of people) {
    const customerId = newIdOf(move, "customer", row.id)!;
    const code = it.referral_code.toUpperCase();
    if (/^[0-9A-Z]{8}$/.test(code) && !codes.has(customerId))
      codes.set(customerId, { tenantId, customerId, code, createdAt: at });
    const referrerId = newIdOf(move, "customer", it.referred_by);
    const saleId = firstSale.get(customerId);
    if (referrerId && referrerId !== customerId && saleId)
      came.set(customerId, { tenantId, customerId, referrerId, saleId, points: 0, createdAt: at });
    else if (it.referred_by)
      tell(move, row, "who brought them is not kept: they have paid no visit, or it is nobody here");
  }
  const once = new Map([...codes.values()].map((one) => [one.code, one]));
  for (const some of inParts([...once.values()]))
    await scope.tx.insert(referralCodes).values(some).onConflictDoNothing();
  for (const some of inParts([...came.values()])) await scope.tx.insert(referrals).values(some).onConflictDoNothing();
}
