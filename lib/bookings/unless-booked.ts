import { type Result, refuse } from "@/lib/platform/result";
import { archiveService, changeService } from "@/lib/services/change-service";
import type { ChangeServiceInput } from "@/lib/services/input";
import { changeStaff } from "@/lib/staff/change-staff";
import type { ChangeStaffInput } from "@/lib/staff/input";
import type { Stretch } from "@/lib/staff/rules";
import { setStaffHours } from "@/lib/staff/set-staff-hours";
import type { Scope } from "@/lib/tenancy/scope";
import { type Affected, affectedByHours, affectedByService, affectedByStaff } from "./list-affected";

// What narrows what can be booked waits until somebody has looked at the bookings in its way: they stay as they are,
// and moving them is for people to decide.

type NotYet = { refusal: "unknown" } | { refusal: "bookings_affected"; affected: Affected };
type Changed = Promise<Result<null, NotYet>>;

async function unlessBooked(
  affected: (() => Promise<Affected>) | null,
  change: () => Promise<Result<null, { refusal: "unknown" }>>,
): Changed {
  const found = affected ? await affected() : null;
  return found && found.total > 0 ? refuse("bookings_affected", { affected: found }) : change();
}

export const changeStaffUnlessBooked = (scope: Scope, staffId: string, input: ChangeStaffInput): Changed =>
  unlessBooked(input.active === false && !input.anyway ? () => affectedByStaff(scope, staffId) : null, () =>
    changeStaff(scope, staffId, input),
  );

export const setHoursUnlessBooked = (
  scope: Scope,
  staffId: string,
  { hours, anyway }: { hours: readonly Stretch[]; anyway: boolean },
): Changed =>
  unlessBooked(anyway ? null : () => affectedByHours(scope, staffId, hours), () =>
    setStaffHours(scope, staffId, hours),
  );

export const changeServiceUnlessBooked = (scope: Scope, serviceId: string, input: ChangeServiceInput): Changed =>
  unlessBooked(input.active === false && !input.anyway ? () => affectedByService(scope, serviceId) : null, () =>
    changeService(scope, serviceId, input),
  );

export const archiveServiceUnlessBooked = (scope: Scope, serviceId: string, { anyway }: { anyway: boolean }): Changed =>
  unlessBooked(anyway ? null : () => affectedByService(scope, serviceId), () => archiveService(scope, serviceId));
