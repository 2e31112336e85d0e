import { sql } from "drizzle-orm";
import type { Channel } from "@/db/schema/tenants";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type Candidates, candidates } from "./internal/candidates";
import type { Dates } from "./internal/engine-input";
import { type House, loadHouse } from "./internal/house";
import { loadMoving, type Moving } from "./internal/moving";
import { depositJudge } from "./internal/out-of-deposit";
import { type OpenSlot, openSlots } from "./list-open-slots";

type Asked = {
  id: string;
  dates: Dates;
  channel: Channel;
  staffId?: string | "any" | undefined;
  /** It keeps its own time as well, as when another one is proposed: otherwise where it is now counts as free. */
  stays?: boolean;
};

/** Where a booking could be put on these local dates. Whoever asks may see the booking. */
export async function listMoveTimes(
  scope: Scope,
  { id, dates, channel, staffId, stays }: Asked,
): Promise<Result<OpenSlot[], { refusal: "unknown_service" } | { refusal: "unknown_staff" }>> {
  const moving = await loadMoving(scope, id);
  const house = await loadHouse(
    scope,
    moving.lines.map(({ serviceId }) => serviceId),
    "promised",
  );
  const asked = moving.lines.map((line) => ({
    serviceId: line.serviceId,
    staffId: staffId === "any" ? undefined : (staffId ?? line.staffId),
  }));
  const wanted = candidates(house, asked);
  if (!wanted.found) return refuse(wanted.missing === "service" ? "unknown_service" : "unknown_staff");
  const habits = { usual: {}, visits: [] };
  const slots = await openSlots(
    scope,
    house,
    wanted.found,
    dates,
    { channel, habits },
    moving,
    stays ? null : undefined,
  );
  return ok(channel === "public" ? await withoutDeposit(scope, house, wanted.found, moving, slots) : slots);
}

/** What a customer may not move to by themself is not offered to them. */
async function withoutDeposit(
  scope: Scope,
  house: House,
  lines: Candidates,
  moving: Moving,
  slots: OpenSlot[],
): Promise<OpenSlot[]> {
  const [row] = await scope.tx.execute<Row>(sql`
    select customer_id, starts_at, deposit, deposit_minor from bookings
    where tenant_id = ${scope.tenantId} and id = ${moving.id}`);
  if (!row) return slots;
  const asksMore = await depositJudge(scope, house, lines, moving, {
    customerId: row.customer_id,
    startsAt: row.starts_at,
    deposit: row.deposit,
    depositMinor: row.deposit_minor === null ? null : Number(row.deposit_minor),
  });
  return slots.filter(({ startsAt }) => !asksMore(new Date(startsAt)));
}

type Row = {
  customer_id: string;
  starts_at: string;
  deposit: "due" | "paid" | "waived" | null;
  deposit_minor: string | null;
};
