import { sql } from "drizzle-orm";
import { familyOf } from "@/lib/customers/own-customer";
import { type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { SaidOfVisit } from "./input";
import { listOwnReviews, type OpenReview } from "./open-review";
import { type WriteRefusal, writeReview } from "./write-review";

/** A visit of theirs or of a child they answer for; another's is as unknown as none. */
export async function writeOwnReview(
  scope: Scope,
  customerId: string,
  { visitId, ...said }: SaidOfVisit & { visitId: string },
): Promise<Result<{ id: string }, WriteRefusal>> {
  const family = await familyOf(scope, customerId);
  const [own] = await scope.tx.execute(sql`
    select 1 from visits where tenant_id = ${scope.tenantId} and id = ${visitId}
      and customer_id = any(${`{${family.join(",")}}`}::uuid[])`);
  return own ? writeReview(scope, visitId, said) : refuse("unknown_visit");
}

export const ownReviews = async (scope: Scope, customerId: string): Promise<OpenReview[]> =>
  listOwnReviews(scope, await familyOf(scope, customerId));
