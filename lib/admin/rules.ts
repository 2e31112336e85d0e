import type { Language } from "@/lib/platform/format";

export type TenantStatus = "pending" | "active" | "suspended" | "rejected";
export type Decision = "approve" | "reject" | "suspend" | "reactivate";

/** What an admin may decide about a business, from where and to where. */
export const decisions: Record<Decision, { from: TenantStatus; to: TenantStatus; needsReason: boolean }> = {
  approve: { from: "pending", to: "active", needsReason: false },
  reject: { from: "pending", to: "rejected", needsReason: true },
  suspend: { from: "active", to: "suspended", needsReason: true },
  reactivate: { from: "suspended", to: "active", needsReason: false },
};

/** What closes a business's doors: the owner is told why, and the admin shows first who they are. */
export const isGrave = (decision: Decision): boolean => decisions[decision].needsReason;

export const isDecision = (text: string): text is Decision => Object.hasOwn(decisions, text);

/** In both languages: "Open" alone is elsewhere what a button does. */
export const statusWords: Record<Language, Record<TenantStatus, string>> = {
  en: { pending: "Waiting", active: "Open", suspended: "Suspended", rejected: "Rejected" },
  sw: { pending: "Inasubiri", active: "Iko wazi", suspended: "Imesimamishwa", rejected: "Imekataliwa" },
};

/** Why a decision did not fit any more, as a person says it. */
export const asItStands: Record<TenantStatus, string> = {
  pending: "It is waiting for a decision.",
  active: "It is open already.",
  suspended: "It is suspended.",
  rejected: "It has been rejected.",
};

/** What of a business is looked at one by one, and written down in its log. */
export type LookedInto = "bookings" | "customers" | "messages";
