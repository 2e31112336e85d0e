import type { Scope } from "@/lib/tenancy/scope";

/** Whoever may be asked to count an open drawer is not told what came in in cash; the owner counts their own money. */
export const countsBlind = ({ actor }: Scope): boolean => actor.kind === "member" && actor.role !== "owner";
