/** What the browser knows of the log: names, which data each one touches, and which ones stay quiet. No imports. */

export type EventName =
  | "booking.placed"
  | "booking.confirmed"
  | "booking.rejected"
  | "booking.expired"
  | "booking.cancelled"
  | "booking.arrived"
  | "booking.started"
  | "booking.completed"
  | "booking.missed"
  | "booking.moved"
  | "booking.asked"
  | "booking.kept"
  | "booking.restored"
  | "visit.corrected"
  | "booking.released"
  | "booking.extended"
  | "booking.proposed"
  | "booking.agreed"
  | "booking.disagreed"
  | "fee.waived"
  | "slot.held"
  | "slot.freed"
  | "customer.added"
  | "notification.read"
  | "message.queued"
  | "member.invited"
  | "member.joined"
  | "member.changed"
  | "member.removed"
  | "invitation.revoked"
  | "staff.added"
  | "staff.changed"
  | "service.added"
  | "service.changed"
  | "services.arranged"
  | "hours.changed"
  | "resource.added"
  | "resource.changed"
  | "policy.changed"
  | "timeoff.asked"
  | "timeoff.entered"
  | "timeoff.approved"
  | "timeoff.declined"
  | "timeoff.withdrawn"
  | "tenant.changed"
  | "tenant.applied"
  | "tenant.decided"
  | "application.received";

export type Touched =
  | "stats"
  | "bookings"
  | "visits"
  | "notifications"
  | "customers"
  | "members"
  | "staff"
  | "services"
  | "settings"
  | "time-off"
  | "tenants";

/** Which of the dashboard's keys are stale after an event. */
export const touches: Record<EventName, readonly Touched[]> = {
  "booking.placed": ["stats", "bookings", "notifications"],
  "booking.confirmed": ["stats", "bookings"],
  "booking.rejected": ["stats", "bookings"],
  "booking.expired": ["stats", "bookings", "notifications"],
  "booking.cancelled": ["stats", "bookings", "notifications"],
  "booking.arrived": ["stats", "bookings", "visits", "notifications"],
  "booking.started": ["stats", "bookings", "visits"],
  "booking.completed": ["stats", "bookings", "visits"],
  "booking.missed": ["stats", "bookings"],
  "booking.moved": ["stats", "bookings", "notifications"],
  "booking.asked": ["bookings"],
  "booking.kept": ["bookings"],
  "booking.restored": ["stats", "bookings", "visits"],
  "visit.corrected": ["stats", "visits"],
  "booking.released": ["stats", "bookings", "notifications"],
  "booking.extended": ["bookings"],
  "booking.proposed": ["bookings"],
  "booking.agreed": ["stats", "bookings", "notifications"],
  "booking.disagreed": ["bookings", "notifications"],
  "fee.waived": ["bookings"],
  "slot.held": [],
  "slot.freed": [],
  "customer.added": ["stats", "customers"],
  "notification.read": ["notifications"],
  "message.queued": [],
  "member.invited": ["members", "staff"],
  "member.joined": ["members", "staff", "notifications"],
  "member.changed": ["members", "staff"],
  "member.removed": ["members", "staff"],
  "invitation.revoked": ["members", "staff"],
  "staff.added": ["staff", "members"],
  "staff.changed": ["staff", "services", "members", "bookings"],
  "service.added": ["services", "staff"],
  "service.changed": ["services", "staff"],
  "services.arranged": ["services", "staff"],
  "hours.changed": ["settings", "staff", "bookings"],
  "resource.added": ["settings", "bookings"],
  "resource.changed": ["settings", "bookings"],
  "policy.changed": ["settings"],
  "timeoff.asked": ["time-off", "notifications", "bookings"],
  "timeoff.entered": ["time-off", "notifications", "bookings"],
  "timeoff.approved": ["time-off", "notifications", "bookings"],
  "timeoff.declined": ["time-off", "notifications", "bookings"],
  "timeoff.withdrawn": ["time-off", "notifications", "bookings"],
  "tenant.changed": ["members"],
  "tenant.applied": [],
  "tenant.decided": ["tenants"],
  "application.received": ["tenants", "notifications"],
};

/** Told to no one in a toast: the news came with another event, or is nobody else's business. */
export const silent: ReadonlySet<EventName> = new Set<EventName>([
  "booking.started",
  "booking.completed",
  "booking.restored",
  "visit.corrected",
  "booking.extended",
  "booking.proposed",
  "fee.waived",
  "slot.held",
  "slot.freed",
  "customer.added",
  "notification.read",
  "message.queued",
  "member.invited",
  "member.changed",
  "member.removed",
  "invitation.revoked",
  "staff.added",
  "staff.changed",
  "service.added",
  "service.changed",
  "services.arranged",
  "hours.changed",
  "resource.added",
  "resource.changed",
  "policy.changed",
  "booking.asked",
  "booking.kept",
  "tenant.changed",
  "tenant.applied",
  "tenant.decided",
]);
