/** Whether its people may work there: a business that waits for approval is being set up. */
export const isAtWork = ({ status }: { status: string }): boolean => status === "active" || status === "pending";

/** What it owes has stood too long, or it is being closed: it reads and exports, and nothing new is booked. */
export const isResting = ({ worksUntil }: { worksUntil: Date | null }, at: Date): boolean =>
  worksUntil !== null && worksUntil <= at;

export const takesBookings = (tenant: { status: string; worksUntil: Date | null }, at: Date): boolean =>
  tenant.status === "active" && !isResting(tenant, at);

/** What a business may be, in words for the person who registers it. */
export const businessTypes = {
  kinyozi: "Barber shop (kinyozi)",
  salon: "Salon",
  spa: "Spa",
  clinic: "Clinic",
  multi_service: "Several of these in one house",
} as const;

export type BusinessType = keyof typeof businessTypes;

export const isBusinessType = (text: string): text is BusinessType => Object.hasOwn(businessTypes, text);

/** What an owner can book from the first day, before anybody has changed it: Monday to Saturday, 9 to 18. */
export const firstHours = { weekdays: [1, 2, 3, 4, 5, 6], fromMinute: 9 * 60, toMinute: 18 * 60 } as const;

/** So much a house says of itself on its booking page. */
export const mostAbout = 600;

/** So many addresses of before are kept for a house: each of them is nobody else's any more. */
export const mostFormerSlugs = 10;

/** What customers of a house are written to in, unless they have chosen; `locale` says it. */
export const languageOf = (locale: string): "en" | "sw" => (locale.startsWith("sw") ? "sw" : "en");
