import { type SQL, sql } from "drizzle-orm";
import type { CampaignSegment } from "@/db/schema/campaigns";
import { nameless } from "@/lib/customers/customer-by-phone";
import { isGone } from "@/lib/customers/gone";
import { listSegments } from "@/lib/customers/own-segments";
import { builtIn, isBuiltIn } from "@/lib/customers/segment-rules";
import { segmentWhere } from "@/lib/customers/segments";
import type { Scope } from "@/lib/tenancy/scope";
import { everybody } from "../rules";

/** Over `c`: who belongs to a campaign's group now. Whoever was put away is counted, and held back by that. */
export const audienceWhere = (scope: Scope, segment: CampaignSegment): SQL => sql`c.tenant_id = ${scope.tenantId}
  and (c.phone is not null or c.name <> ${nameless})
  and not ${isGone({ tenantId: sql`c.tenant_id`, id: sql`c.id` })} and ${inSegment(scope, segment)}`;

function inSegment(scope: Scope, segment: CampaignSegment): SQL {
  if (typeof segment !== "string") return segmentWhere(scope, segment);
  return isBuiltIn(segment) ? segmentWhere(scope, segment) : sql`true`;
}

export type NamedSegment = { segment: CampaignSegment; name: string };

/** A group as a campaign keeps it: dropped later it stays what it was. Null for one that is not there. */
export async function namedSegment(scope: Scope, named: string): Promise<NamedSegment | null> {
  if (named === everybody.value) return { segment: named, name: everybody.label };
  const ours = builtIn.find(({ value }) => value === named);
  if (ours) return { segment: ours.value, name: ours.label };
  const own = (await listSegments(scope)).find(({ id }) => id === named);
  return own ? { segment: own.rule, name: own.name } : null;
}
