import { and, eq } from "drizzle-orm";
import { staffBreaks, staffDays, type Windows } from "@/db/schema/hours";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lockStaff } from "./internal/lock-staff";
import { replaceSaid } from "./internal/replace";
import { type StaffDay, staffDaysOf } from "./list-staff-days";
import { timesWords } from "./rules";

export type StaffDayRefusal = { refusal: "unknown" } | { refusal: "past" };
type Answer = Promise<Result<null, StaffDayRefusal>>;

/** One date of one person, in place of what was said of it: their hours then, and breaks besides those of every week. */
export async function setStaffDay(scope: Scope, staffId: string, { date, ...said }: StaffDay): Answer {
  const day = { date, windows: said.windows && inOrder(said.windows), breaks: inOrder(said.breaks) };
  const { today, days } = await staffDaysOf(scope, staffId, date);
  if (!(await lockStaff(scope, staffId))) return refuse("unknown");
  // What was worked is over; another word about it now would only hide how it was.
  if (date < today) return refuse("past");
  return replaceSaid(scope, staffId, {
    action: "staff.day_changed",
    said: async () => [inWords(days[0] ?? likeAlways(date)), inWords(day)],
    write: () => write(scope, staffId, day),
  });
}

/** Makes a date like any other of its weekday again. */
export const clearStaffDay = (scope: Scope, staffId: string, date: string): Answer =>
  setStaffDay(scope, staffId, likeAlways(date));

const likeAlways = (date: string): StaffDay => ({ date, windows: null, breaks: [] });

async function write({ tx, tenantId }: Scope, staffId: string, { date, windows, breaks }: StaffDay): Promise<void> {
  const here = { tenantId, staffId, date };
  await tx
    .delete(staffDays)
    .where(and(eq(staffDays.tenantId, tenantId), eq(staffDays.staffId, staffId), eq(staffDays.date, date)));
  await tx
    .delete(staffBreaks)
    .where(and(eq(staffBreaks.tenantId, tenantId), eq(staffBreaks.staffId, staffId), eq(staffBreaks.date, date)));
  if (windows) await tx.insert(staffDays).values({ ...here, windows, createdAt: now() });
  if (breaks.length > 0)
    await tx
      .insert(staffBreaks)
      .values(breaks.map(([fromMinute, toMinute]) => ({ ...here, id: newId(), fromMinute, toMinute })));
}

const inOrder = (windows: Windows): Windows => [...windows].sort(([a], [b]) => a - b);

const timesOf = (windows: Windows): string => timesWords(windows.map(([from, to]) => ({ from, to })));

const inWords = ({ date, windows, breaks }: StaffDay) => ({
  date,
  hours: windows ? timesOf(windows) || "not working" : "as every week",
  breaks: timesOf(breaks) || "as every week",
});
