import { z } from "zod";
import { asked, day } from "@/lib/bookings/input";
import { daysBetween } from "@/lib/platform/calendar";
import { comparisons, mostDays, presets } from "./rules";

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
