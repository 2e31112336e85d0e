/** What goes between the form and its action. Shared with the browser, so it imports nothing. */

export const typedFields = ["name", "phone", "email", "notes"] as const;
export type TypedField = (typeof typedFields)[number];

export type FormState = {
  /** Everything typed so far comes back with a refusal. */
  typed: Record<TypedField, string>;
  /** They ticked that they may be written to about offers. */
  marketing: boolean;
  errors: Partial<Record<TypedField, string>>;
  /** What stands above the form: why nothing was booked, and what now. */
  notice: { title: string; text: string } | null;
  /** The nearest free times after the chosen one was taken; choosing one books it. */
  alternatives: { startsAt: string; label: string; who: string }[] | null;
  /** Of the booking that was tried: trying again makes no second one. */
  key: string | null;
  /** Until when the time is kept, once it was kept anew. */
  kept: { until: string; words: string } | null;
  /** The price of now, after it changed; booking again accepts it. */
  totalMinor: number | null;
  /** The same of what cancelling costs: told apart by `seen`, and in words. */
  terms: { seen: string; words: string } | null;
  /** And of what is paid beforehand. */
  deposit: { minor: number; words: string } | null;
  /** Only looking for another time helps. */
  over: boolean;
};

export const nothingTyped: FormState = {
  typed: { name: "", phone: "", email: "", notes: "" },
  marketing: false,
  errors: {},
  notice: null,
  alternatives: null,
  key: null,
  kept: null,
  totalMinor: null,
  terms: null,
  deposit: null,
  over: false,
};
