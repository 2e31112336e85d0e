import "server-only";
import { headers } from "next/headers";
import { carefully } from "@/app/_server/action";
import { borrowsSession } from "@/app/_server/origin";
import { countHold } from "@/lib/auth/limits";
import type { AskedLine } from "@/lib/bookings/list-open-slots";
import { type Held, type HoldRefusal, placeHold } from "@/lib/bookings/place-hold";
import { addressOf, networkOf } from "@/lib/platform/client-address";
import { sha256 } from "@/lib/platform/ids";
import type { Result } from "@/lib/platform/result";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { keepHold, keptHold } from "./kept-hold";
import { guest } from "./tenant";

type Chosen = { lines: readonly AskedLine[]; startsAt: Date };

/** Keeps the chosen time for this visitor, in place of any other. Null with too many choices from one network, or in any trouble. */
export async function keepTime(tenantId: string, chosen: Chosen): Promise<Result<Held, HoldRefusal> | null> {
  const asked = await headers();
  const address = addressOf(asked);
  if (borrowsSession(asked) || !(await countHold(address)).ok) return null;
  const instead = await keptHold();
  const visitor = sha256(`${tenantId} ${networkOf(address)}`);
  const held = await carefully(
    () => withTenant(tenantId, guest, (scope) => placeHold(scope, { ...chosen, visitor, instead })),
    () => null,
  );
  if (held?.ok) await keepHold(held.value.id, held.value.expiresAt);
  return held;
}
