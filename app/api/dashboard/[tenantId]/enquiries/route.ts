import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { enquiriesQuery } from "@/lib/enquiries/input";
import { listEnquiries } from "@/lib/enquiries/list-enquiries";
import { fieldErrors } from "@/lib/platform/field-errors";

export const GET = memberQuestion("enquiries.keep", async (scope, _, request) => {
  const asked = enquiriesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listEnquiries(scope, asked.data) : invalid(fieldErrors(asked.error));
});
