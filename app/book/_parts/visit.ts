import { readMore, type WrittenLine, writeMore } from "@/lib/bookings/more-lines";
import { mostServices } from "@/lib/bookings/rules";
import { isId } from "@/lib/platform/is-id";

/** A service that was chosen, with the person asked for, if any, and the ids of what is added to it. */
export type ChosenLine = { service: string; staff?: string | undefined; add: readonly string[] };

/** Each id once; what is none is dropped. */
const idsIn = (list: readonly string[]): string[] => [...new Set(list.filter(isId))];

/** What can be read of a line that anybody may have written. */
function lineIn({ serviceId, staffId, addonIds }: WrittenLine): ChosenLine[] {
  if (!isId(serviceId)) return [];
  return [{ service: serviceId, staff: isId(staffId) ? staffId : undefined, add: idsIn(addonIds) }];
}

/** The visit as an address or a form has it: the first service in `service`, `staff` and `add`, those that follow in `more`. */
export function linesIn(read: (name: string) => string | undefined): ChosenLine[] {
  const first = { serviceId: read("service") ?? "", staffId: read("staff"), addonIds: (read("add") ?? "").split(",") };
  const lines = lineIn(first);
  return lines.length > 0 ? [...lines, ...readMore(read("more") ?? "").flatMap(lineIn)].slice(0, mostServices) : [];
}

/** As the engine asks for them. */
export const askedLines = (lines: readonly ChosenLine[]) =>
  lines.map(({ service, staff, add }) => ({ serviceId: service, staffId: staff, addonIds: [...add] }));

/** The other way round; empty ones ask for nothing. */
export const fieldsOf = ([first, ...more]: readonly ChosenLine[]): Record<
  "service" | "add" | "staff" | "more",
  string
> => ({
  service: first?.service ?? "",
  add: first?.add.join(",") ?? "",
  staff: first?.staff ?? "",
  more: writeMore(askedLines(more)),
});
