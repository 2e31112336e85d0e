import { memberCommand, memberQuestion, notFoundProblem } from "@/app/_server/route";
import { changeEnquiry } from "@/lib/enquiries/change-enquiry";
import { enquiryChange } from "@/lib/enquiries/input";
import { getEnquiry } from "@/lib/enquiries/list-enquiries";
import { isId } from "@/lib/platform/ids";

type Params = { id: string };

export const GET = memberQuestion<Params>(
  "enquiries.keep",
  async (scope, _, __, { id }) => (isId(id) ? await getEnquiry(scope, id) : null) ?? notFoundProblem(),
);

/** Read, answered, deleted, or put back. */
export const PUT = memberCommand("enquiries.keep", enquiryChange, async (scope, _, change, { id }: Params) => {
  const done = isId(id) ? await changeEnquiry(scope, id, change) : null;
  return done?.ok ? done.value : notFoundProblem();
});
