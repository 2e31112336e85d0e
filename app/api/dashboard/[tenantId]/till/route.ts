import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { getTill } from "@/lib/till/get-till";
import { dayQuery } from "@/lib/till/input";

/** One day at the till: today unless a day is asked for. */
export const GET = memberQuestion("till.use", async (scope, _, request) => {
  const asked = dayQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? getTill(scope, asked.data.day) : invalid(fieldErrors(asked.error));
});
