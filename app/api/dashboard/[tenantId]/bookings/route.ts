import { z } from "zod";
import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { fieldErrors } from "@/lib/bookings/input";
import { listNext } from "@/lib/bookings/list-next";

const query = z.object({
  view: z.literal("next").default("next"),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const GET = memberQuestion(async (scope, _, request) => {
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listNext(scope, asked.data) : invalid(fieldErrors(asked.error));
});
