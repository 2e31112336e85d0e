import type { Addon } from "@/db/schema/services";
import { newId } from "@/lib/platform/ids";

type Typed = Omit<Addon, "id"> & { id?: string | undefined };

/** Each keeps the id that it has here; what names none, or somebody else's, is new. */
export function withIds(typed: readonly Typed[], here: readonly Addon[]): Addon[] {
  const known = new Set(here.map(({ id }) => id));
  return typed.map(({ id, ...addon }) => ({ id: id && known.delete(id) ? id : newId(), ...addon }));
}
