import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { askedToCome } from "./internal/asked";
import { misplaced } from "./list-affected";

export type Misplaced = {
  ids: string[];
  /** Those that could stay again and whose customers are still asked for another time. */
  asked: string[];
  position: string;
};

/** What waits for somebody to find it another place, soonest first. */
export async function listMisplaced(scope: Scope): Promise<Misplaced> {
  const head = await headOf(scope);
  const ids = await misplaced(scope);
  const asked = (await askedToCome(scope)).filter((id) => !ids.includes(id));
  return { ids, asked, position: writePosition(head) };
}
