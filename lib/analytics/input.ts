import { z } from "zod";
import { asked, day } from "@/lib/bookings/input";
import { daysBetween } from "@/lib/platform/calendar";
import { mostDays } from "./rules";

/** The days that are looked at, both counted; this month when none are named. */
export const profitQuery = z
  .object({ from: asked(day), to: asked(day) })
  .refine(({ from, to }) => !from === !to, { path: ["to"], error: "say the first day and the last" })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"], error: "is before the first day" })
  .refine(({ from, to }) => !from || !to || from > to || daysBetween(from, to) < mostDays, {
    path: ["to"],
    error: "at most a year at once",
  });
export type ProfitQuery = z.output<typeof profitQuery>;
