import type { BookingPolicy, Channel } from "@/db/schema/tenants";
import type { PolicyInput } from "../policy-input";

/** What is null is no rule any more; what is not named stays. */
export function withRules(
  policy: BookingPolicy,
  { visitsPerDay, channels, deposits, ...said }: PolicyInput,
): BookingPolicy {
  const { visitsPerDay: most, channels: ways, deposits: asked, ...kept } = policy;
  const beforehand = deposits === undefined ? asked : deposits;
  const limit = visitsPerDay === undefined ? most : visitsPerDay;
  const windows = channels ? windowsOf({ ...ways, ...channels }) : ways;
  const named = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return {
    ...kept,
    ...named,
    ...(limit === undefined || limit === null ? {} : { visitsPerDay: limit }),
    ...(beforehand && Object.keys(beforehand).length > 0 ? { deposits: beforehand } : {}),
    ...(windows && Object.keys(windows).length > 0 ? { channels: windows } : {}),
  };
}

type Window = { noticeMinutes?: number | null | undefined; horizonDays?: number | null | undefined };

const windowsOf = (channels: Partial<Record<Channel, Window | undefined>>): NonNullable<BookingPolicy["channels"]> =>
  Object.fromEntries(
    Object.entries(channels).flatMap(([channel, window]) => {
      const said = Object.entries(window ?? {}).filter(([, value]) => value !== null && value !== undefined);
      return said.length > 0 ? [[channel, Object.fromEntries(said)]] : [];
    }),
  );
