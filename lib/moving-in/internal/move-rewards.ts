import { eq } from "drizzle-orm";
import { rewards, vouchers } from "@/db/schema/rewards";
import { planDues } from "@/lib/events/plan-due";
import { newCode } from "@/lib/platform/ids";
import type { OldRow } from "../dump";
import { inParts } from "./in-parts";
import type { Known } from "./move-customers";
import { moveFriends, movePoints } from "./move-points";
import { amountOf, type Old, oldReward, oldVoucher } from "./old-models";
import { bringRow, idHere, type Move, newIdOf, put, refuseRow, take } from "./tally";

type Kind = "discount" | "free_service" | "gift" | "cashback";
const kinds = new Set<string>(["discount", "free_service", "gift", "cashback"]);
type RewardRow = typeof rewards.$inferInsert;

/** What can be had for points, whose codes wait, what everybody has, and who brought whom. */
export async function moveRewards(move: Move, people: readonly Known[]): Promise<void> {
  const { scope } = move;
  const offered = take(move, "reward", oldReward).flatMap(({ row, it }) => rewardOf(move, row, it) ?? []);
  await put(scope, rewards, offered);
  await moveVouchers(move);
  const steps = offered.flatMap(({ visitsRequired }) => visitsRequired ?? []);
  await movePoints(move, people, Math.min(...steps));
  await moveFriends(move, people);
}

/** `10%`, `KES 500` or `500`. */
function worthOf(kind: Kind, value: string): { percent: number | null; amountMinor: number | null } | null {
  const none = { percent: null, amountMinor: null };
  if (kind === "gift" || kind === "free_service") return none;
  const percent = Number(/^(\d{1,3})\s*%/.exec(value)?.[1] ?? Number.NaN);
  if (kind === "discount" && percent >= 1 && percent <= 100) return { ...none, percent };
  const amount = amountOf(value.replace(/^(KES|ksh\.?)\s*|,|\/=$/gi, ""));
  return amount && amount.minor > 0 ? { ...none, amountMinor: amount.minor } : null;
}

function rewardOf(move: Move, row: OldRow, it: Old<typeof oldReward>): RewardRow | null {
  const kind = (kinds.has(it.type) ? it.type : "gift") as Kind;
  const worth = worthOf(kind, it.value);
  if (!worth) {
    refuseRow(move, row, `“${it.value}” does not say what it is worth`);
    return null;
  }
  bringRow(move, row);
  return {
    ...{
      tenantId: move.scope.tenantId,
      id: idHere(row),
      name: it.name || "Unnamed",
      description: it.description,
      kind,
    },
    ...{
      ...worth,
      currency: move.currency,
      lastDay: it.expiry_date ?? null,
      active: it.status.toLowerCase() === "active",
    },
    pointsRequired: it.points_required > 0 ? it.points_required : null,
    visitsRequired: it.visits_required > 0 ? Math.min(it.visits_required, 32_000) : null,
    serviceIds: it.applicable_services.flatMap((old) => newIdOf(move, "service", old) ?? []),
    createdAt: move.at,
  };
}

const dayMs = 86_400_000;

/** Of what was claimed, what can still be used. */
async function moveVouchers(move: Move): Promise<void> {
  const { scope, at } = move;
  const { tenantId } = scope;
  const there = await scope.tx.select().from(rewards).where(eq(rewards.tenantId, tenantId));
  const known = new Map(there.map((reward) => [reward.id, reward]));
  const waiting = take(move, "customerreward", oldVoucher).flatMap(({ row, it }) => {
    const reward = known.get(newIdOf(move, "reward", it.reward) ?? "");
    const customerId = newIdOf(move, "customer", it.customer);
    if (it.status !== "pending" || !reward || !customerId) {
      refuseRow(
        move,
        row,
        it.status === "pending" ? "its customer or reward did not come in" : `is ${it.status}: nothing is left of it`,
      );
      return [];
    }
    bringRow(move, row);
    const { name, kind, percent, amountMinor, serviceIds, productId, validDays } = reward;
    return {
      ...{ tenantId, id: idHere(row), rewardId: reward.id, customerId, code: newCode(), status: "pending" as const },
      ...{ origin: "claimed" as const, name, kind, percent, amountMinor, serviceIds, productId },
      ...{ createdAt: it.date_claimed ?? at, expiresAt: new Date(at.getTime() + validDays * dayMs) },
    };
  });
  await put(scope, vouchers, waiting);
  const due = waiting.map(({ id, expiresAt }) => ({
    ...{ kind: "expire_voucher" as const, at: expiresAt },
    payload: { voucherId: id },
  }));
  for (const some of inParts(due)) await planDues(scope, some);
}
