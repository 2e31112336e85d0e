import { actorMay } from "@/lib/auth/actor-may";
import type { Actor } from "@/lib/tenancy/scope";

/** Over what is taken, deliberately. A job does so only where whoever began it might. */
export const mayOverbook = (actor: Actor): boolean => actor.kind === "system" || actorMay(actor, "bookings.overbook");
