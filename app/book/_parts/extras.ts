import type { Addon } from "@/db/schema/services";
import { isId } from "@/lib/platform/ids";
import { sumOf } from "@/lib/services/rules";

/** The ids in a list as the address has it; what is none is dropped. */
export const idsIn = (list: string | undefined): string[] => [...new Set((list ?? "").split(",").filter(isId))];

/** Of what a service offers, what was chosen, and what that adds to its time and price. */
export function extrasOf({ addons }: { addons: readonly Addon[] }, ids: readonly string[]) {
  const added = addons.filter(({ id }) => ids.includes(id));
  return { added, ...sumOf(added) };
}
