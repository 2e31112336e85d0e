import { invalid } from "@/app/_server/problem";
import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { recipientsQuery } from "@/lib/campaigns/input";
import { listRecipients } from "@/lib/campaigns/list-recipients";
import { fieldErrors } from "@/lib/platform/field-errors";
import { isId } from "@/lib/platform/ids";

/** Who was in its group, and what has become of each. */
export const GET = memberQuestion<{ campaignId: string }>(
  "campaigns.manage",
  async (scope, _, request, { campaignId }) => {
    if (!isId(campaignId)) return notFoundProblem();
    const asked = recipientsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    return asked.success ? listRecipients(scope, campaignId, asked.data) : invalid(fieldErrors(asked.error));
  },
);
