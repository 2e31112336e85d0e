import { actorMay } from "@/lib/auth/actor-may";
import type { Scope } from "@/lib/tenancy/scope";

/** What stock has cost is not the desk's to know. */
export const seesCosts = ({ actor }: Scope): boolean => actor.kind === "system" || actorMay(actor, "stock.manage");
