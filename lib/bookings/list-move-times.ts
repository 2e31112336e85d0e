import type { Channel } from "@/db/schema/tenants";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { candidates } from "./internal/candidates";
import type { Dates } from "./internal/engine-input";
import { loadHouse } from "./internal/house";
import { loadMoving } from "./internal/moving";
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
  return ok(await openSlots(scope, house, wanted.found, dates, { channel, habits }, moving, stays ? null : undefined));
}
