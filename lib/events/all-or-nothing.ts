import type { Scope } from "@/lib/tenancy/scope";
import { eventsOf, recordEvent } from "./record-event";

class Refused extends Error {}

/** A part of a transaction: refused, it leaves neither rows nor events. */
export async function allOrNothing<A extends { ok: boolean }>(
  scope: Scope,
  work: (part: Scope) => Promise<A>,
): Promise<A> {
  let answer: A | undefined;
  try {
    await scope.tx.transaction(async (savepoint) => {
      const part = { ...scope, tx: savepoint } as Scope;
      answer = await work(part);
      if (!answer.ok) throw new Refused();
      for (const event of eventsOf(part)) recordEvent(scope, event);
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  return answer!;
}
