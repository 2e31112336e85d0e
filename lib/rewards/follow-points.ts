import { lockSale } from "@/lib/payments/lock-sale";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { followReferral } from "./follow-referral";
import { getRules, runsOut } from "./get-rules";
import { entriesOfSale, lockBalance, writePoints } from "./internal/points";
import { worthOf } from "./internal/worth";
import { pointsFor, pointsKept } from "./reckon";

/** What a sale that was paid, or is paid no longer, means for points; of whoever brought its customer as well. */
export async function followRewards(scope: Scope, { saleId }: { saleId: string }): Promise<void> {
  await followReferral(scope, { saleId });
  await followPoints(scope, { saleId });
}

/**
 * A sale has been paid, is open again, was voided, or something of it was given back: the points that it is worth are
 * compared with those that have been written for it, and the difference is written. Safe to run again, and in any order.
 * What somebody has spent already is not taken back: nobody goes below nothing.
 */
async function followPoints(scope: Scope, { saleId }: { saleId: string }): Promise<void> {
  const sale = await lockSale(scope, saleId);
  if (!sale?.customerId) return;
  const { customerId } = sale;
  const balance = await lockBalance(scope, customerId);
  const [written, worth, rules] = await Promise.all([
    entriesOfSale(scope, saleId),
    worthOf(scope, sale),
    getRules(scope),
  ]);
  const sumOf = (what: "points" | "visits") => written.reduce((sum, entry) => sum + entry[what], 0);
  const had = { points: sumOf("points"), visits: sumOf("visits") };
  const first = written.find(({ kind }) => kind === "earn");
  const base = Number(first?.baseMinor ?? 0);
  // By the rates of the day on which it was paid: those of today are for what is sold today.
  const points =
    first && worth.keptMinor <= base
      ? pointsKept(first.points, base, worth.keptMinor)
      : pointsFor(worth.lines, worth.keptMinor);
  const most = rules.active ? Number.POSITIVE_INFINITY : 0;
  const change = {
    points: Math.min(points - had.points, most),
    visits: Math.min((worth.isVisit ? 1 : 0) - had.visits, most),
  };
  const at = now();
  const until = first?.expiresAt ? new Date(first.expiresAt) : null;
  if (change.points < 0) change.points = until && until <= at ? 0 : -Math.min(-change.points, balance.points);
  if (change.visits < 0) change.visits = -Math.min(-change.visits, balance.visits);
  if (change.points === 0 && change.visits === 0) return;
  await writePoints(scope, [
    {
      ...{ customerId, saleId, ...change, source: `sale ${saleId} ${written.length}` },
      kind: change.points > 0 || (change.points === 0 && change.visits > 0) ? "earn" : "reverse",
      baseMinor: worth.keptMinor,
      expiresAt: first ? until : runsOut(rules, at),
    },
  ]);
}
