import { asc } from "drizzle-orm";
import { plans } from "@/db/schema/subscriptions";
import type { Scope } from "@/lib/tenancy/scope";
import type { Plan } from "./internal/plan-of";

export type { Plan };

/** All of them, in their order. */
export const listPlans = ({ tx }: Pick<Scope, "tx">): Promise<Plan[]> =>
  tx.select().from(plans).orderBy(asc(plans.position), asc(plans.id));
