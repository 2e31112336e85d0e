import { may } from "@/lib/auth/permissions";
import type { Actor } from "@/lib/tenancy/scope";

/** Over what is taken, deliberately. */
export const mayOverbook = (actor: Actor): boolean => actor.kind === "member" && may(actor.role, "bookings.overbook");
