import type { LiveEvent } from "../frame";

/** An event as tests need it: somebody booked, at this place in the log. */
export const eventAt = (seq: number, more: Partial<LiveEvent> = {}): LiveEvent => ({
  at: { epoch: 1, seq },
  id: `1-${seq}`,
  name: "booking.placed",
  title: `Customer ${seq} booked`,
  message: "Braids",
  entity: "booking",
  entityId: `booking-${seq}`,
  by: null,
  staffIds: [],
  ...more,
});
