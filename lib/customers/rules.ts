/** In characters. An allergy is read at a glance. */
export const mostAllergies = 300;
export const mostNotes = 2_000;
export const mostTag = 30;
export const mostTags = 12;

/** So many children somebody adds by themself; for more there is the desk. */
export const mostOwnChildren = 12;

/** Blocked: may not book by themself; the desk may book for them all the same. */
export const statuses = [
  { value: "active", label: "Active" },
  { value: "vip", label: "VIP" },
  { value: "inactive", label: "Inactive" },
  { value: "blocked", label: "Blocked" },
] as const;
export const statusWords = (status: (typeof statuses)[number]["value"]): string =>
  statuses.find(({ value }) => value === status)!.label;
