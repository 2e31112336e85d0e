import { enquiries } from "@/db/schema/conversations";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { insertTogether } from "@/lib/platform/insert-together";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { EnquiryInput } from "./input";

/**
 * Somebody asks by a form: of a business, or of the platform in its own scope. What a machine filled in is thanked for and
 * thrown away: it learns nothing.
 */
export async function receiveEnquiry(
  scope: Scope,
  { name, phone, email, subject, words, website }: EnquiryInput,
): Promise<void> {
  if (website) return;
  const id = newId();
  await scope.tx.insert(enquiries).values({
    ...{ tenantId: scope.tenantId, id, name, phone: phone ?? null, email, subject, words },
    createdAt: now(),
  });
  const { timeZone } = await houseOf(scope);
  const event = { name: "enquiry.received", enquiryId: id } as const;
  recordEvent(scope, event);
  await insertTogether(scope, [notificationOf(scope, event, { customerName: null, timeZone })]);
}
