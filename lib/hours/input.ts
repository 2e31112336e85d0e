import { z } from "zod";
import { looking } from "@/lib/platform/looked";
import { typedText } from "@/lib/platform/typed-text";
import { dayDate, dayWindows } from "@/lib/staff/day-input";

/** A date unlike its weekday: open in these windows, or shut. */
export const dayInput = z.object({ date: dayDate, windows: dayWindows, reason: typedText(80).default(""), ...looking });

export const clearDayInput = z.object({ date: dayDate, ...looking });

/** One public holiday, of the calendar or announced just now. */
export const holidayInput = z.object({ date: dayDate, open: z.boolean("is yes or no"), ...looking });

/** All of them that nothing else is said about. */
export const holidaysInput = z.object({ closed: z.boolean("is yes or no"), ...looking });

/** The same where the address names the date. */
export const dayAtInput = dayInput.omit({ date: true });
export const clearDayAtInput = clearDayInput.omit({ date: true });
export const holidayAtInput = holidayInput.omit({ date: true });
