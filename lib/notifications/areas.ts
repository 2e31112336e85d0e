/** What notifications are about, as somebody looks for them: areas, each with the subjects of events in it. */
export const areas = {
  bookings: { label: "Bookings", subjects: ["booking", "visit", "ticket", "waitlist", "deposit", "fee"] },
  money: {
    label: "Money",
    subjects: ["payment", "sale", "refund", "money", "drawer", "expense", "payslip", "payroll"],
  },
  stock: { label: "Stock", subjects: ["stock", "product"] },
  customers: {
    label: "Customers",
    subjects: ["customer", "customers", "conversation", "review", "enquiry", "points", "voucher", "referral"],
  },
  /** Its people, its plan, and whatever is in none of the others. */
  house: { label: "House", subjects: [] },
} as const satisfies Record<string, { label: string; subjects: readonly string[] }>;

export type Area = keyof typeof areas;
export const areaNames = Object.keys(areas) as [Area, ...Area[]];

const areaOfSubject = new Map<string, Area>(
  areaNames.flatMap((area) => areas[area].subjects.map((subject): [string, Area] => [subject, area])),
);

/** The area of an event by its name, `booking.placed`. */
export const areaOf = (name: string): Area => areaOfSubject.get(name.split(".")[0] ?? "") ?? "house";

/** The subjects that are in an area; of the house those that are not. */
export const subjectsOf = (area: Area): { subjects: readonly string[]; within: boolean } =>
  area === "house"
    ? { subjects: [...areaOfSubject.keys()], within: false }
    : { subjects: areas[area].subjects, within: true };
