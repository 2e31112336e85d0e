import type { Scope } from "@/lib/tenancy/scope";
import { type Answer, bookSlot } from "./book-slot";
import { knownAs, notACustomer } from "./internal/desk-customer";

export type FileBooking = {
  lines: { serviceId: string; staffId?: string | undefined }[];
  startsAt: Date;
  customer: { name: string; phone: string | null };
  notes: string;
};

/** A booking that was promised elsewhere before and comes in with a file of many: the desk's own, and quiet. */
export async function bookFromFile(
  scope: Scope,
  { lines, startsAt, customer: { name, phone }, notes }: FileBooking,
  { tells, overlaps }: { tells: boolean; overlaps: boolean },
): Promise<Answer> {
  const customer = await knownAs(scope, { name, phone: phone ?? "", email: "" });
  if (!customer) return notACustomer;
  return bookSlot(
    scope,
    { lines, startsAt, customer, notes },
    { source: "desk", imported: { tells }, anyway: overlaps ? { reason: "Read in from a file" } : undefined },
  );
}
