import { json, memberCommand, memberQuestion } from "@/app/_server/route";
import { addStaff } from "@/lib/staff/add-staff";
import { addStaffInput } from "@/lib/staff/input";
import { listProfiles } from "@/lib/staff/list-profiles";

export const GET = memberQuestion("staff.see", listProfiles);

export const POST = memberCommand("staff.manage", addStaffInput, async (scope, _, input) =>
  json(await addStaff(scope, input), 201),
);
