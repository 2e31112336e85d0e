/** What the browser knows of services, too: no imports but types. */
import type { Addon, Segment } from "@/db/schema/services";
import type { Language } from "@/lib/platform/format";

export const minutesOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { minutes }) => sum + minutes, 0);

/** Why this is no way to do a service, or null. */
export function faultOfSegments(segments: readonly Segment[]): string | null {
  if (segments.length === 0) return "say how long the work takes";
  if (segments[0]?.kind === "gap" || segments.at(-1)?.kind === "gap") return "begin and end with work";
  if (segments.some(({ kind }, at) => kind === "gap" && segments[at - 1]?.kind === "gap"))
    return "hold two gaps in a row: make them one";
  return minutesOf(segments) > 1_440 ? "take longer than a day" : null;
}

/** Why these cannot be offered beside one another, or null. */
export function faultOfAddons(addons: readonly { name: string }[]): string | null {
  const names = addons.map(({ name }) => name.trim().toLowerCase());
  return new Set(names).size < names.length ? "have two of the same name" : null;
}

/** What the chosen ones add in all. */
export const sumOf = (addons: readonly Addon[]): { minutes: number; priceMinor: number } => ({
  minutes: addons.reduce((sum, { minutes }) => sum + minutes, 0),
  priceMinor: addons.reduce((sum, { priceMinor }) => sum + priceMinor, 0),
});

/** The order with one moved to another place among those of its category; what is in between moves up or down. */
export function moved<T extends { id: string; category: string }>(all: readonly T[], id: string, to: number): T[] {
  const one = all.find((service) => service.id === id);
  if (!one) return [...all];
  const peers = all.filter(({ category }) => category === one.category);
  const others = peers.filter((service) => service !== one);
  const place = Math.max(0, Math.min(to, others.length));
  const reordered = [...others.slice(0, place), one, ...others.slice(place)];
  // The places that the category has in the whole list stay its own.
  let next = 0;
  return all.map((service) => (service.category === one.category ? reordered[next++]! : service));
}

/** In the order in which they first appear, as the public page shows them. */
export function byCategory<T extends { category: string }>(
  services: readonly T[],
): { category: string; services: T[] }[] {
  const groups: { category: string; services: T[] }[] = [];
  for (const service of services) {
    const group = groups.find(({ category }) => category === service.category);
    if (group) group.services.push(service);
    else groups.push({ category: service.category, services: [service] });
  }
  return groups;
}

/** `2 h 30 min`; `saa 2 dakika 30` */
export function minuteWords(minutes: number, language: Language = "en"): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (language === "sw")
    return [hours > 0 ? `saa ${hours}` : [], rest > 0 || hours === 0 ? `dakika ${rest}` : []].flat().join(" ");
  return [hours > 0 ? `${hours} h` : [], rest > 0 || hours === 0 ? `${rest} min` : []].flat().join(" ");
}

/** The last day that may be booked ends before the first one that still may: nothing ever could be. */
export const neverOpen = ({ noticeMinutes, horizonDays }: { noticeMinutes: number; horizonDays: number }): boolean =>
  noticeMinutes >= (horizonDays + 1) * 1_440;
