import type { Actor } from "./scope";

const nobody = "00000000-0000-0000-0000-000000000000";

/** The staff row whose work is all that this actor may see, or null for those who see the whole house. */
export const ownStaffOnly = (actor: Actor): string | null =>
  actor.kind === "member" && actor.role === "staff" ? (actor.staffId ?? nobody) : null;
