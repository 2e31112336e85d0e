import { may } from "@/lib/auth/permissions";
import type { Actor } from "@/lib/tenancy/scope";

/** Over what is taken, deliberately. A job does so only where whoever began it might. */
export const mayOverbook = (actor: Actor): boolean =>
  actor.kind === "system" || (actor.kind === "member" && may(actor.role, "bookings.overbook"));
