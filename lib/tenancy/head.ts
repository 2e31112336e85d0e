import { sql } from "drizzle-orm";
import type { Scope } from "./scope";

/** A place in a tenant's log, as streams name it: `epoch-seq`. */
export type Position = { epoch: number; seq: number };

export const writePosition = (at: Position): string => `${at.epoch}-${at.seq}`;

/** Null for anything that is not a position: it comes from a header that anybody can write. */
export function readPosition(text: string | null | undefined): Position | null {
  const found = /^(\d{1,9})-(\d{1,15})$/.exec(text ?? "");
  return found ? { epoch: Number(found[1]), seq: Number(found[2]) } : null;
}

/** Where the log stands in this transaction. Under READ COMMITTED read it before the data: what comes after it is told again. */
export async function headOf(scope: Scope): Promise<Position> {
  const [head] = await scope.tx.execute<{ epoch: number; seq: string }>(
    sql`select epoch, seq from event_heads where tenant_id = ${scope.tenantId}`,
  );
  if (!head) throw new Error(`tenant ${scope.tenantId} has no event head`);
  return { epoch: Number(head.epoch), seq: Number(head.seq) };
}
