import { isId } from "@/lib/platform/ids";

/** A service that was chosen, with the person asked for, if any, and the ids of what is added to it. */
export type ChosenLine = { service: string; staff?: string | undefined; add: readonly string[] };

/** One booking takes no more. */
export const mostLines = 8;

/** The ids in a list as the address has it; what is none is dropped. */
const idsIn = (list: readonly string[]): string[] => [...new Set(list.filter(isId))];

/**
 * The visit as an address or a form has it. The first service stands in `service`, `staff` and `add`; those that follow in
 * `more`: a service, its person or `any`, and what is added, with dots between them; one after the other with underscores.
 */
export function linesIn(read: (name: string) => string | undefined): ChosenLine[] {
  const [service, staff, add, more] = ["service", "staff", "add", "more"].map((name) => read(name));
  if (!isId(service)) return [];
  const first = { service, staff: isId(staff) ? staff : undefined, add: idsIn((add ?? "").split(",")) };
  return [first, ...(more ?? "").split("_").flatMap(lineIn)].slice(0, mostLines);
}

function lineIn(text: string): ChosenLine[] {
  const [service, staff, ...add] = text.split(".");
  return isId(service) ? [{ service, staff: isId(staff) ? staff : undefined, add: idsIn(add) }] : [];
}

/** The other way round; empty ones ask for nothing. */
export function fieldsOf([first, ...more]: readonly ChosenLine[]): Record<
  "service" | "add" | "staff" | "more",
  string
> {
  const words = more.map(({ service, staff, add }) => [service, staff ?? "any", ...add].join("."));
  return {
    service: first?.service ?? "",
    add: first?.add.join(",") ?? "",
    staff: first?.staff ?? "",
    more: words.join("_"),
  };
}

/** As the engine asks for them. */
export const askedLines = (lines: readonly ChosenLine[]) =>
  lines.map(({ service, staff, add }) => ({ serviceId: service, staffId: staff, addonIds: [...add] }));
