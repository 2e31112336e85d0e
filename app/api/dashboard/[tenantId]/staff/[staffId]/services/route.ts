import { invalid } from "@/app/_server/problem";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { type StaffServicesInput, staffServicesInput } from "@/lib/staff/input";
import { setStaffServices } from "@/lib/staff/set-staff-services";

/** All that somebody does, at once. */
export const PUT = memberCommand<StaffServicesInput, { staffId: string }>(
  "staff.manage",
  staffServicesInput,
  async (scope, _, input, { staffId }) => {
    if (!isId(staffId)) return notFoundProblem();
    const set = await setStaffServices(scope, staffId, input);
    if (set.ok) return {};
    return set.refusal === "unknown" ? notFoundProblem() : invalid({ services: ["name one that is not sold here"] });
  },
);
