import { may } from "@/lib/auth/permissions";
import type { Scope } from "@/lib/tenancy/scope";

/** What stock has cost is not the desk's to know. */
export const seesCosts = ({ actor }: Scope): boolean =>
  actor.kind === "system" || (actor.kind === "member" && may(actor.role, "stock.manage"));
