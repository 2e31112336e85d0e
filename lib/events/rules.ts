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
  | "booking.paid"
  | "deposit.waived"
  | "fee.waived"
  | "sale.opened"
  | "sale.changed"
  | "sale.closed"
  | "sale.reopened"
  | "sale.voided"
  | "sale.refunded"
  | "refund.asked"
  | "refund.declined"
  | "drawer.opened"
  | "drawer.changed"
  | "drawer.closed"
  | "day.closed"
  | "earnings.changed"
  | "rates.changed"
  | "advance.changed"
  | "payroll.closed"
  | "payslip.paid"
  | "expense.changed"
  | "points.changed"
  | "reward.changed"
  | "rewards.set"
  | "voucher.changed"
  | "referral.changed"
  | "stock.moved"
  | "stock.low"
  | "stock.counted"
  | "recipe.changed"
  | "product.changed"
  | "till.changed"
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
  | "time.blocked"
  | "time.unblocked"
  | "payment.asked"
  | "payment.awaited"
  | "payment.answered"
  | "payment.settled"
  | "payment.failed"
  | "payment.doubted"
  | "payment.verified"
  | "payment.denied"
  | "payment.looked"
  | "money.arrived"
  | "money.sorted"
  | "refund.changed"
  | "mpesa.changed"
  | "customer.added"
  | "customer.noted"
  | "consent.changed"
  | "customer.erased"
  | "customers.merged"
  | "customers.parted"
  | "customers.distinguished"
  | "import.moved"
  | "house.moved"
  | "privacy.changed"
  | "review.written"
  | "review.changed"
  | "gallery.changed"
  | "logo.changed"
  | "conversation.written"
  | "conversation.answered"
  | "conversation.read"
  | "enquiry.received"
  | "enquiry.changed"
  | "testimonial.changed"
  | "testimonial.received"
  | "customer.changed"
  | "segment.changed"
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
  | "apikey.changed"
  | "business.changed"
  | "business.closed"
  | "business.kept"
  | "closing.moved"
  | "setup.changed"
  | "samples.changed"
  | "tenant.applied"
  | "tenant.decided"
  | "application.received"
  | "subscription.changed"
  | "subscription.due"
  | "invoice.paid"
  | "messages.changed"
  | "campaign.changed"
  | "campaigns.delivered"
  | "automatic.changed"
  | "messages.stopped"
  | "subscription.moved"
  | "work.failed"
  | "work.retried";

export type Touched =
  | "stats"
  | "bookings"
  | "calendar"
  | "me"
  | "visits"
  | "notifications"
  | "customers"
  | "reviews"
  | "gallery"
  | "conversations"
  | "enquiries"
  | "testimonials"
  | "top-customers"
  | "members"
  | "staff"
  | "services"
  | "settings"
  | "imports"
  | "time-off"
  | "queue"
  | "walk-ins"
  | "waitlist"
  | "till"
  | "sales"
  | "products"
  | "payroll"
  | "expenses"
  | "rewards"
  | "campaigns"
  | "customer-rewards"
  | "stock"
  | "reports"
  | "analytics"
  | "daily-stats"
  | "payments"
  | "subscription"
  | "tenants"
  | "subscriptions"
  | "work"
  | "health"
  | "setup";

/** What a house keeps of its work: all of it is another when a house moves in, or when what is made up is taken out. */
const allThatIsKept = [
  "stats",
  "bookings",
  "calendar",
  "me",
  "visits",
  "customers",
  "staff",
  "services",
  "settings",
  "sales",
  "products",
  "stock",
  "expenses",
  "rewards",
  "reviews",
  "gallery",
  "reports",
] as const satisfies readonly Touched[];

/** Which of the dashboard's keys are stale after an event. */
export const touches: Record<EventName, readonly Touched[]> = {
  "booking.placed": ["stats", "bookings", "notifications", "calendar", "me", "setup"],
  "booking.confirmed": ["stats", "bookings", "calendar", "me"],
  "booking.rejected": ["stats", "bookings", "calendar", "me"],
  "booking.expired": ["stats", "bookings", "notifications", "calendar", "me"],
  "booking.cancelled": ["stats", "bookings", "notifications", "calendar", "me"],
  "booking.arrived": ["stats", "bookings", "visits", "notifications", "calendar", "me"],
  "booking.started": ["stats", "bookings", "visits", "calendar", "me"],
  "booking.completed": ["stats", "bookings", "visits", "calendar", "me"],
  "booking.missed": ["stats", "bookings", "calendar", "me"],
  "booking.moved": ["stats", "bookings", "notifications", "calendar", "me"],
  "booking.resized": ["stats", "bookings", "calendar", "me"],
  "booking.asked": ["bookings", "calendar", "me"],
  "booking.kept": ["bookings", "calendar", "me"],
  "booking.restored": ["stats", "bookings", "visits", "calendar", "me"],
  "visit.corrected": ["stats", "visits"],
  "booking.released": ["stats", "bookings", "notifications", "calendar", "me"],
  "booking.extended": ["bookings", "calendar", "me"],
  "booking.proposed": ["bookings", "calendar", "me"],
  "booking.agreed": ["stats", "bookings", "notifications", "calendar", "me"],
  "booking.disagreed": ["bookings", "notifications", "calendar", "me"],
  "booking.paid": ["stats", "bookings", "notifications", "calendar", "me"],
  "deposit.waived": ["bookings", "calendar", "me"],
  "fee.waived": ["bookings", "reports"],
  "sale.opened": ["till", "sales", "reports"],
  "sale.changed": ["till", "sales", "visits", "stats", "reports"],
  "sale.closed": ["till", "sales", "visits", "stats", "reports"],
  "sale.reopened": ["till", "sales", "visits", "stats", "reports"],
  "sale.voided": ["till", "sales", "visits", "stats", "reports"],
  "sale.refunded": ["till", "sales", "visits", "stats", "reports"],
  "refund.asked": ["till", "sales"],
  "refund.declined": ["till", "sales"],
  "drawer.opened": ["till"],
  "drawer.changed": ["till"],
  "drawer.closed": ["till"],
  "day.closed": ["till"],
  "earnings.changed": ["me", "payroll", "reports"],
  "rates.changed": ["payroll"],
  "advance.changed": ["me", "payroll"],
  "payroll.closed": ["me", "payroll"],
  "payslip.paid": ["me", "payroll"],
  "expense.changed": ["expenses", "reports"],
  "points.changed": ["rewards", "customers"],
  "reward.changed": ["rewards"],
  "rewards.set": ["rewards"],
  "voucher.changed": ["rewards", "customer-rewards", "customers"],
  "referral.changed": ["rewards", "customers"],
  "stock.moved": ["stock", "reports"],
  "stock.low": ["stock", "notifications"],
  "stock.counted": ["stock"],
  "recipe.changed": ["stock", "services"],
  "product.changed": ["products", "stock"],
  "till.changed": ["till", "products"],
  "ticket.taken": ["queue", "walk-ins"],
  "ticket.called": ["queue"],
  "ticket.skipped": ["queue"],
  "ticket.served": ["queue", "walk-ins"],
  "ticket.left": ["queue", "walk-ins"],
  "ticket.restored": ["queue", "walk-ins"],
  "waitlist.joined": ["waitlist"],
  "waitlist.looked": ["waitlist"],
  "waitlist.left": ["waitlist"],
  "slot.held": ["calendar", "me"],
  "slot.freed": ["calendar", "me"],
  "time.blocked": ["calendar", "me"],
  "time.unblocked": ["calendar", "me"],
  "payment.asked": ["payments", "bookings", "calendar", "sales"],
  "payment.awaited": ["payments"],
  "payment.answered": [],
  "payment.settled": ["payments", "bookings", "calendar", "notifications", "till", "sales"],
  "payment.failed": ["payments", "bookings", "calendar", "sales"],
  "payment.doubted": ["payments", "notifications", "sales"],
  "payment.denied": ["payments", "bookings", "calendar", "till", "sales"],
  "payment.verified": ["payments", "till", "sales"],
  "payment.looked": ["payments"],
  "money.arrived": ["payments"],
  "money.sorted": ["payments"],
  "refund.changed": ["payments", "till", "sales"],
  "mpesa.changed": ["payments", "settings", "setup"],
  "customer.added": ["stats", "customers"],
  "customer.noted": ["customers", "bookings", "me"],
  "consent.changed": ["customers"],
  "customer.erased": [
    "customers",
    "bookings",
    "calendar",
    "me",
    "visits",
    "queue",
    "waitlist",
    "notifications",
    "sales",
  ],
  "customers.merged": ["customers", "bookings", "calendar", "me", "visits", "queue", "waitlist", "sales"],
  "customers.parted": ["customers", "bookings", "calendar", "me", "visits", "queue", "waitlist", "sales"],
  "customers.distinguished": ["customers"],
  "import.moved": ["imports", "customers", "stats"],
  "house.moved": ["imports", ...allThatIsKept],
  "privacy.changed": ["settings"],
  "review.written": ["reviews", "customers", "notifications"],
  "review.changed": ["reviews", "customers"],
  "gallery.changed": ["gallery"],
  "logo.changed": ["settings"],
  "conversation.written": ["conversations", "customers", "notifications"],
  "conversation.answered": ["conversations", "customers"],
  "conversation.read": ["conversations"],
  "enquiry.received": ["enquiries", "notifications"],
  "enquiry.changed": ["enquiries"],
  "testimonial.changed": ["testimonials"],
  "testimonial.received": ["testimonials", "notifications"],
  "customer.changed": ["customers", "top-customers", "bookings", "calendar", "visits", "me"],
  "segment.changed": ["customers"],
  "notification.read": ["notifications"],
  "message.queued": [],
  "member.invited": ["members", "staff"],
  "member.joined": ["members", "staff", "notifications"],
  "member.changed": ["members", "staff"],
  "member.removed": ["members", "staff"],
  "invitation.revoked": ["members", "staff"],
  "staff.added": ["staff", "members", "calendar", "me", "setup"],
  "staff.changed": ["staff", "services", "members", "bookings", "calendar", "me", "payroll"],
  "service.added": ["services", "staff", "setup"],
  "service.changed": ["services", "staff", "calendar", "me", "setup"],
  "services.arranged": ["services", "staff"],
  "hours.changed": ["settings", "staff", "bookings", "calendar", "me", "setup"],
  "resource.added": ["settings", "bookings", "calendar", "me", "setup"],
  "resource.changed": ["settings", "bookings", "calendar", "me"],
  "policy.changed": ["settings", "calendar", "me"],
  "timeoff.asked": ["time-off", "notifications", "bookings", "calendar", "me"],
  "timeoff.entered": ["time-off", "notifications", "bookings", "calendar", "me"],
  "timeoff.approved": ["time-off", "notifications", "bookings", "calendar", "me"],
  "timeoff.declined": ["time-off", "notifications", "bookings", "calendar", "me"],
  "timeoff.withdrawn": ["time-off", "notifications", "bookings", "calendar", "me"],
  "tenant.changed": ["members"],
  "apikey.changed": ["settings"],
  "business.changed": ["settings", "setup"],
  "business.closed": ["settings", "notifications"],
  "business.kept": ["settings", "notifications"],
  "closing.moved": ["tenants", "notifications"],
  "setup.changed": ["setup"],
  "samples.changed": ["setup", "till", "payments", "top-customers", "imports", ...allThatIsKept],
  "tenant.applied": [],
  "tenant.decided": ["tenants", "setup"],
  "application.received": ["tenants", "notifications"],
  "subscription.changed": ["subscription"],
  "subscription.due": ["subscription", "notifications"],
  "invoice.paid": ["subscription"],
  "messages.changed": ["settings"],
  "campaign.changed": ["campaigns", "rewards"],
  "campaigns.delivered": ["campaigns"],
  "automatic.changed": ["campaigns"],
  "messages.stopped": ["subscription"],
  "subscription.moved": ["subscriptions", "tenants", "notifications"],
  "work.failed": ["work", "health", "notifications"],
  "work.retried": ["work", "health"],
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
  // The booking's own step tells of it.
  "deposit.waived",
  "fee.waived",
  "sale.opened",
  "sale.changed",
  "sale.closed",
  "sale.voided",
  "refund.declined",
  "drawer.opened",
  "drawer.changed",
  "drawer.closed",
  "earnings.changed",
  "rates.changed",
  "advance.changed",
  "payroll.closed",
  "payslip.paid",
  "expense.changed",
  "points.changed",
  "reward.changed",
  "rewards.set",
  "voucher.changed",
  "referral.changed",
  "stock.moved",
  "stock.counted",
  "recipe.changed",
  "product.changed",
  "till.changed",
  "slot.held",
  "slot.freed",
  "ticket.called",
  "ticket.skipped",
  "ticket.served",
  "ticket.restored",
  "waitlist.looked",
  "time.blocked",
  "time.unblocked",
  "payment.asked",
  "payment.awaited",
  "payment.answered",
  "payment.failed",
  "payment.verified",
  "payment.looked",
  "money.arrived",
  "money.sorted",
  "refund.changed",
  "mpesa.changed",
  "messages.changed",
  "campaign.changed",
  "campaigns.delivered",
  "automatic.changed",
  "customer.added",
  "customer.noted",
  "consent.changed",
  "customer.erased",
  "customers.merged",
  "customers.parted",
  "customers.distinguished",
  "import.moved",
  "house.moved",
  "privacy.changed",
  "review.changed",
  "gallery.changed",
  "logo.changed",
  "conversation.answered",
  "conversation.read",
  "enquiry.changed",
  "testimonial.changed",
  "customer.changed",
  "segment.changed",
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
  "apikey.changed",
  "business.changed",
  "setup.changed",
  "samples.changed",
  "tenant.applied",
  "work.retried",
  "tenant.decided",
  "subscription.changed",
  "invoice.paid",
  "messages.stopped",
]);
