import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { misplaced } from "./list-affected";

export type Misplaced = { ids: string[]; position: string };

/** What waits for somebody to find it another place, soonest first. */
export async function listMisplaced(scope: Scope): Promise<Misplaced> {
  const head = await headOf(scope);
  return { ids: await misplaced(scope), position: writePosition(head) };
}
