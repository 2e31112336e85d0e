import type { Role } from "@/db/schema/people";

/**
 * So many days after its own a visit may still be put right. The till, which counts a day and closes it, is to come; see
 * docs/decisions/2026-11-28-correcting-visits.md.
 */
const daysOpen: Record<Role, number> = { owner: 31, manager: 31, front_desk: 1, staff: -1 };

const dayMs = 86_400_000;
const later = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The last of the business's dates on which somebody may put right a visit of this one; null for never. */
export const lastDayToCorrect = (date: string, role: Role): string | null =>
  daysOpen[role] < 0 ? null : later(date, daysOpen[role]);

export function mayCorrect(date: string, role: Role, today: string): boolean {
  const last = lastDayToCorrect(date, role);
  return last !== null && today <= last;
}

/** Asked for with every correction: whoever looks at it later was not there. */
export const mostCorrectionReason = 160;
export const mostVisitNotes = 1_000;
