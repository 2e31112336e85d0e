import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { deskSlotsInput } from "@/lib/bookings/input";
import { listOpenSlots } from "@/lib/bookings/list-open-slots";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What the desk can book: without the notice that customers have to give. */
export const GET = memberQuestion("bookings.place", async (scope, _, request) => {
  const asked = deskSlotsInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { service, staff, addons, more, from, to, customer: customerId } = asked.data;
  const lines = { serviceId: service, staffId: staff, addonIds: addons, more };
  const open = await listOpenSlots(scope, { ...lines, from, to, channel: "desk", asker: { customerId } });
  if (open.ok) return open.value;
  return invalid(
    open.refusal === "unknown_service" ? { service: ["is not on offer here"] } : { staff: ["does not do this here"] },
  );
});
