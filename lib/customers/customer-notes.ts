import { and, eq, isNull } from "drizzle-orm";
import { customerNotes } from "@/db/schema/customer-files";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { isSeen } from "./get-customer";
import { type NotThere, notThere } from "./gone";
import { lockCustomer } from "./internal/lock-customer";
import { servedBy } from "./internal/served";
import { writeDown } from "./internal/write-down";

const author = ({ actor }: Scope): string | null => (actor.kind === "member" ? actor.userId : null);

/** One more thing about somebody, in its author's name. */
export async function addNote(
  scope: Scope,
  customerId: string,
  body: string,
): Promise<Result<{ id: string }, NotThere>> {
  if (!(await isSeen(scope, customerId))) return refuse("unknown_customer");
  const is = await lockCustomer(scope, customerId);
  if (!is || is.gone) return notThere(scope, customerId);
  const id = newId();
  await scope.tx
    .insert(customerNotes)
    .values({ tenantId: scope.tenantId, id, customerId, body, byUserId: author(scope), createdAt: now() });
  await writeDown(scope, customerId, {}, { note: body });
  recordEvent(scope, { name: "customer.noted", customerId, staffIds: await servedBy(scope, customerId) });
  return ok({ id });
}

/** It stays to be read, struck through. Staff strike what they wrote themselves. */
export async function strikeNote(
  scope: Scope,
  customerId: string,
  noteId: string,
): Promise<Result<{ id: string }, { refusal: "unknown_note" } | { refusal: "not_yours" }>> {
  if (!(await isSeen(scope, customerId))) return refuse("unknown_note");
  const one = and(
    eq(customerNotes.tenantId, scope.tenantId),
    eq(customerNotes.id, noteId),
    eq(customerNotes.customerId, customerId),
  );
  const [note] = await scope.tx
    .select({ body: customerNotes.body, byUserId: customerNotes.byUserId })
    .from(customerNotes)
    .where(one);
  if (!note) return refuse("unknown_note");
  if (ownStaffOnly(scope.actor) && note.byUserId !== author(scope)) return refuse("not_yours");
  const struck = await scope.tx
    .update(customerNotes)
    .set({ struckAt: now(), struckBy: author(scope) })
    .where(and(one, isNull(customerNotes.struckAt)))
    .returning({ id: customerNotes.id });
  if (struck.length === 0) return ok({ id: noteId });
  await writeDown(scope, customerId, { note: note.body }, { note: null });
  recordEvent(scope, { name: "customer.noted", customerId, staffIds: await servedBy(scope, customerId) });
  return ok({ id: noteId });
}
