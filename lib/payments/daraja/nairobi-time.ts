import { Temporal } from "temporal-polyfill";

const zone = "Africa/Nairobi";

const wallTime = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

/** `20260101235959`: the only form of time that a push or a query accepts. */
export const nairobiTimestamp = (at: Date): string => nairobiText(at).replace(/\D/g, "");

/** `2026-01-01 23:59:59`, as pull transactions want it. */
export const nairobiText = (at: Date): string =>
  wallTime(at).toPlainDateTime().toString({ smallestUnit: "second", roundingMode: "trunc" }).replace("T", " ");

const written = /^(\d{4})-?(\d{2})-?(\d{2})[ T]?(\d{2}):?(\d{2}):?(\d{2})$/;

/** Either form, as a number or text; null when it names no moment. */
export function readNairobi(value: unknown): Date | null {
  const found = written.exec(String(value));
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map(Number);
  try {
    const local = Temporal.ZonedDateTime.from(
      { timeZone: zone, year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! },
      { overflow: "reject" },
    );
    return new Date(local.epochMilliseconds);
  } catch {
    return null;
  }
}
