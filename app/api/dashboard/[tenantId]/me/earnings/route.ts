import { invalid, problem } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { earningsQuery } from "@/lib/payroll/input";
import { myEarnings } from "@/lib/payroll/my-earnings";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What whoever asks has earned on a day: their own lines, whatever their role. */
export const GET = memberQuestion("earnings.own", async (scope, { membership }, request) => {
  const asked = earningsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  if (!membership.staffId) return problem(404, "not_linked", "Your login is not linked to a staff profile.");
  return myEarnings(scope, membership.staffId, asked.data.date);
});
