import type { Addon } from "@/db/schema/services";
import { sumOf } from "@/lib/services/rules";

/** Of what a service offers, what was chosen, and what that adds to its time and price. */
export function extrasOf({ addons }: { addons: readonly Addon[] }, ids: readonly string[]) {
  const added = addons.filter(({ id }) => ids.includes(id));
  return { added, ...sumOf(added) };
}
