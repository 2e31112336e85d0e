import { z } from "zod";
import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { listNext } from "@/lib/bookings/list-next";
import { fieldErrors } from "@/lib/platform/field-errors";

const query = z.object({
  view: z.literal("next").default("next"),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const GET = memberQuestion("bookings.see", async (scope, _, request) => {
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listNext(scope, asked.data) : invalid(fieldErrors(asked.error));
});
