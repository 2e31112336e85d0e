import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { listSeries } from "@/lib/bookings/list-series";
import { seriesQuery } from "@/lib/bookings/series-input";
import { fieldErrors } from "@/lib/platform/field-errors";

/** Every date of a visit that comes round, free or with what is in the way; nothing is booked. */
export const GET = memberQuestion("bookings.place", async (scope, _, request) => {
  const asked = seriesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const series = await listSeries(scope, asked.data);
  if (series.ok) return series.value;
  return invalid(
    series.refusal === "unknown_service" ? { service: ["is not on offer here"] } : { staff: ["does not do this here"] },
  );
});
