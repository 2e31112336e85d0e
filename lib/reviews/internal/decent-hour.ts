import { addDays, atMinute, localDate, wallMinute } from "@/lib/platform/calendar";
import { askHours } from "../rules";

/** This moment, or the next at which nobody minds a message. */
export function decentHour(at: Date, timeZone: string): Date {
  const minute = wallMinute(at, timeZone);
  if (minute >= askHours.from * 60 && minute < askHours.to * 60) return at;
  const today = localDate(at, timeZone);
  const day = minute < askHours.from * 60 ? today : addDays(today, 1);
  return atMinute(day, askHours.from * 60, timeZone);
}
