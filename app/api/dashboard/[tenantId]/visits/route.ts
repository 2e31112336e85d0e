import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { visitQuery } from "@/lib/visits/input";
import { listVisits } from "@/lib/visits/list-visits";

export const GET = memberQuestion("visits.see", async (scope, _, request) => {
  const asked = visitQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listVisits(scope, asked.data) : invalid(fieldErrors(asked.error));
});
