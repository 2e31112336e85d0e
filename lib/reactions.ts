import type { DomainEvent } from "./events/catalogue";
import type { EventName } from "./events/rules";
import { confirmToCustomer } from "./notifications/confirm-to-customer";
import { mailToMembers } from "./notifications/mail-to-members";
import { tellAdmins, tellPlatform } from "./notifications/tell-platform";
import type { Scope } from "./tenancy/scope";

type Reaction<N extends EventName> = (scope: Scope, event: Extract<DomainEvent, { name: N }>) => Promise<void>;

/** What follows from what. Each reaction is one job, runs at least once, and must not mind running again. */
export const reactions: { [N in EventName]: Record<string, Reaction<N>> } = {
  "booking.placed": { confirmToCustomer, mailToMembers },
  "customer.added": {},
  "notification.read": {},
  // Any job of the tenant sends what is queued: this one has nothing else to do.
  "message.queued": { sendIt: async () => {} },
  "member.invited": {},
  "member.joined": {},
  "member.changed": {},
  "member.removed": {},
  "invitation.revoked": {},
  "staff.added": {},
  "staff.changed": {},
  "service.added": {},
  "service.changed": {},
  "services.arranged": {},
  "tenant.changed": {},
  "tenant.applied": { tellPlatform },
  "tenant.decided": { tellAdmins },
  "application.received": {},
};
