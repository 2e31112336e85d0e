import { z } from "zod";
import { asked, day, id } from "@/lib/bookings/input";
import { daysBetween } from "@/lib/platform/calendar";
import { typedText } from "@/lib/platform/typed-text";
import { comparisons, methods, mostDays, presets, reportFormats, revenueParts, rowKinds, steps } from "./rules";

const periodFields = {
  period: asked(z.enum(presets, "is not a period")),
  /** Own days, both counted. */
  from: asked(day),
  to: asked(day),
  compare: asked(z.enum(comparisons, "is not a comparison")),
};
type Asked = { period?: string | undefined; from?: string | undefined; to?: string | undefined };

/** The same rules for whatever is asked of some days. */
export const aboutDays = <S extends z.ZodRawShape>(more: S) =>
  z
    .object({ ...periodFields, ...more })
    .refine((given) => !(given as Asked).from === !(given as Asked).to, {
      path: ["to"],
      error: "say the first day and the last",
    })
    .refine((given) => !(given as Asked).period || !(given as Asked).from, {
      path: ["period"],
      error: "say a period or days, not both",
    })
    .refine((given) => isForward(given as Asked), { path: ["to"], error: "is before the first day" })
    .refine((given) => !isForward(given as Asked) || isShort(given as Asked), {
      path: ["to"],
      error: "at most a year at once",
    });

const isForward = ({ from, to }: Asked): boolean => !from || !to || from <= to;
const isShort = ({ from, to }: Asked): boolean => !from || !to || daysBetween(from, to) < mostDays;

/** The days that are looked at, and what they are compared with; this month when none are named. */
export const periodQuery = aboutDays({});
export type PeriodQuery = z.output<typeof periodQuery>;

const stepFields = { by: asked(z.enum(steps, "is not day, week or month")) };
export const revenueQuery = aboutDays(stepFields);
export type RevenueQuery = z.output<typeof revenueQuery>;

/** A place in a list of days: a day and an id. */
const dayCursor = z.string().refine((text) => {
  const [at, row, ...more] = text.split(" ");
  return more.length === 0 && day.safeParse(at).success && z.uuid().safeParse(row).success;
}, "is not a place in this list");

/** One of them says which rows of the period; without any it is all that was earned. */
const rowFields = {
  service: asked(id),
  product: asked(id),
  /** `none` for what was nobody's. */
  staff: asked(z.union([z.literal("none"), id])),
  category: asked(typedText(80)),
  kind: asked(z.enum(rowKinds, "is not a number of this report")),
  /** Money that was paid, instead of what was earned. */
  method: asked(z.enum(methods, "is not a way to pay")),
};

export const revenueRowsQuery = aboutDays({
  ...rowFields,
  cursor: asked(dayCursor),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type RevenueRowsQuery = z.output<typeof revenueRowsQuery>;

const fileFields = { format: z.enum(reportFormats, "is csv, xlsx or pdf").default("csv") };
/** A report as a file. */
export const fileQuery = aboutDays(fileFields);

/** The file of a part of it. */
export const revenueFileQuery = aboutDays({
  ...stepFields,
  part: z.enum(revenueParts, "is not a part of it").default("time"),
  ...fileFields,
});
