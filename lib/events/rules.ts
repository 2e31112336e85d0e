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
  | "booking.resized"
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
  | "ticket.taken"
  | "ticket.called"
  | "ticket.skipped"
  | "ticket.served"
  | "ticket.left"
  | "ticket.restored"
  | "waitlist.joined"
  | "waitlist.looked"
  | "waitlist.left"
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
  | "calendar"
  | "visits"
  | "notifications"
  | "customers"
  | "members"
  | "staff"
  | "services"
  | "settings"
  | "time-off"
  | "queue"
  | "walk-ins"
  | "waitlist"
  | "tenants";

/** Which of the dashboard's keys are stale after an event. */
export const touches: Record<EventName, readonly Touched[]> = {
  "booking.placed": ["stats", "bookings", "notifications", "calendar"],
  "booking.confirmed": ["stats", "bookings", "calendar"],
  "booking.rejected": ["stats", "bookings", "calendar"],
  "booking.expired": ["stats", "bookings", "notifications", "calendar"],
  "booking.cancelled": ["stats", "bookings", "notifications", "calendar"],
  "booking.arrived": ["stats", "bookings", "visits", "notifications", "calendar"],
  "booking.started": ["stats", "bookings", "visits", "calendar"],
  "booking.completed": ["stats", "bookings", "visits", "calendar"],
  "booking.missed": ["stats", "bookings", "calendar"],
  "booking.moved": ["stats", "bookings", "notifications", "calendar"],
  "booking.resized": ["stats", "bookings", "calendar"],
  "booking.asked": ["bookings", "calendar"],
  "booking.kept": ["bookings", "calendar"],
  "booking.restored": ["stats", "bookings", "visits", "calendar"],
  "visit.corrected": ["stats", "visits"],
  "booking.released": ["stats", "bookings", "notifications", "calendar"],
  "booking.extended": ["bookings", "calendar"],
  "booking.proposed": ["bookings", "calendar"],
  "booking.agreed": ["stats", "bookings", "notifications", "calendar"],
  "booking.disagreed": ["bookings", "notifications", "calendar"],
  "fee.waived": ["bookings"],
  "slot.held": ["calendar"],
  "slot.freed": ["calendar"],
  "ticket.taken": ["queue", "walk-ins"],
  "ticket.called": ["queue"],
  "ticket.skipped": ["queue"],
  "ticket.served": ["queue", "walk-ins"],
  "ticket.left": ["queue", "walk-ins"],
  "ticket.restored": ["queue", "walk-ins"],
  "waitlist.joined": ["waitlist"],
  "waitlist.looked": ["waitlist"],
  "waitlist.left": ["waitlist"],
  "customer.added": ["stats", "customers"],
  "notification.read": ["notifications"],
  "message.queued": [],
  "member.invited": ["members", "staff"],
  "member.joined": ["members", "staff", "notifications"],
  "member.changed": ["members", "staff"],
  "member.removed": ["members", "staff"],
  "invitation.revoked": ["members", "staff"],
  "staff.added": ["staff", "members", "calendar"],
  "staff.changed": ["staff", "services", "members", "bookings", "calendar"],
  "service.added": ["services", "staff"],
  "service.changed": ["services", "staff", "calendar"],
  "services.arranged": ["services", "staff"],
  "hours.changed": ["settings", "staff", "bookings", "calendar"],
  "resource.added": ["settings", "bookings", "calendar"],
  "resource.changed": ["settings", "bookings", "calendar"],
  "policy.changed": ["settings", "calendar"],
  "timeoff.asked": ["time-off", "notifications", "bookings", "calendar"],
  "timeoff.entered": ["time-off", "notifications", "bookings", "calendar"],
  "timeoff.approved": ["time-off", "notifications", "bookings", "calendar"],
  "timeoff.declined": ["time-off", "notifications", "bookings", "calendar"],
  "timeoff.withdrawn": ["time-off", "notifications", "bookings", "calendar"],
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
  "booking.resized",
  "visit.corrected",
  "booking.extended",
  "booking.proposed",
  "fee.waived",
  "slot.held",
  "slot.freed",
  "ticket.called",
  "ticket.skipped",
  "ticket.served",
  "ticket.restored",
  "waitlist.looked",
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
