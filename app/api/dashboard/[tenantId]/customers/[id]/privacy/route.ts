import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { getPrivacy } from "@/lib/records/get-privacy";

/** What a customer allowed, when and where. */
export const GET = memberQuestion<{ id: string }>("customers.consent", async (scope, _member, _request, { id }) =>
  isId(id) ? ((await getPrivacy(scope, id)) ?? notFoundProblem()) : notFoundProblem(),
);
