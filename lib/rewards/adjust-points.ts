import { recordAudit } from "@/lib/auth/audit";
import { type NotThere, notThere } from "@/lib/customers/gone";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { expirePoints } from "./expire-points";
import { getRules, runsOut } from "./get-rules";
import { isCustomer } from "./give-voucher";
import type { AdjustPointsInput } from "./input";
import { writePoints } from "./internal/points";

export type AdjustRefusal =
  | KeyReused
  | NotThere
  /** They have fewer than that. */
  | { refusal: "too_few"; points: number };

/** Points that somebody of the house gives or takes, and says why. */
export async function adjustPoints(
  scope: Scope,
  wish: AdjustPointsInput,
): Promise<Result<{ points: number }, AdjustRefusal>> {
  const { customerId, points, reason } = wish;
  if (!(await isCustomer(scope, customerId))) return notThere(scope, customerId);
  const before = await expirePoints(scope, { customerId });
  return once<{ points: number }, AdjustRefusal>(scope, "points", wish, async () => {
    if (before.points + points < 0) return refuse("too_few", { points: before.points });
    await writePoints(scope, [
      {
        ...{ customerId, kind: "adjust", points, reason, source: `by hand ${newId()}` },
        expiresAt: points > 0 ? runsOut(await getRules(scope), now()) : null,
      },
    ]);
    await recordAudit(scope, {
      ...{ action: "points.adjusted", entity: "customer", entityId: customerId, customerId },
      after: { points, reason },
    });
    return ok({ points: before.points + points });
  });
}
