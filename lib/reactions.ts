import { freeHold } from "./bookings/let-hold-go";
import type { DomainEvent } from "./events/catalogue";
import type { DueKind, DuePayloads } from "./events/plan-due";
import type { EventName } from "./events/rules";
import { confirmToCustomer } from "./notifications/confirm-to-customer";
import { mailToMembers } from "./notifications/mail-to-members";
import type { OutgoingMessage } from "./notifications/queue-message";
import { tellCustomer } from "./notifications/tell-customer";
import { tellAdmins, tellPlatform } from "./notifications/tell-platform";
import { tellTogether } from "./notifications/tell-together";
import type { Scope } from "./tenancy/scope";

type Reaction<N extends EventName> = (
  scope: Scope,
  events: readonly Extract<DomainEvent, { name: N }>[],
) => Promise<readonly OutgoingMessage[]>;

/** For what is so rare that a batch of them gains nothing. */
const each =
  <E>(react: (scope: Scope, event: E) => Promise<void>) =>
  async (scope: Scope, events: readonly E[]): Promise<readonly OutgoingMessage[]> => {
    for (const event of events) await react(scope, event);
    return [];
  };

/**
 * What follows from what. A reaction is given the events of a batch, answers the messages to be sent, runs at least once
 * and must not mind running again.
 */
export const reactions: { [N in EventName]: Record<string, Reaction<N>> } = {
  "booking.placed": { confirmToCustomer, mailToMembers },
  "booking.confirmed": {},
  "booking.rejected": {},
  "booking.expired": {},
  "booking.cancelled": {},
  "booking.arrived": {},
  "booking.started": {},
  "booking.completed": {},
  "booking.missed": {},
  "booking.moved": {},
  "booking.resized": {},
  "booking.asked": {},
  "booking.kept": {},
  "booking.restored": {},
  "visit.corrected": {},
  "booking.released": {},
  "booking.extended": {},
  "booking.proposed": {},
  "booking.agreed": {},
  "booking.disagreed": {},
  "fee.waived": {},
  "slot.held": {},
  "slot.freed": {},
  "customer.added": {},
  "notification.read": {},
  // Any job of the tenant sends what is queued: this one has nothing else to do.
  "message.queued": { sendIt: async () => [] },
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
  "hours.changed": {},
  "resource.added": {},
  "resource.changed": {},
  "policy.changed": {},
  "timeoff.asked": {},
  "timeoff.entered": {},
  "timeoff.approved": {},
  "timeoff.declined": {},
  "timeoff.withdrawn": {},
  "tenant.changed": {},
  "tenant.applied": { tellPlatform: each(tellPlatform) },
  "tenant.decided": { tellAdmins: each(tellAdmins) },
  "application.received": {},
};

type AtItsTime<K extends DueKind> = (scope: Scope, payload: DuePayloads[K]) => Promise<readonly OutgoingMessage[]>;

/** What is done when its time has come, in a transaction with the mark that it is done. */
export const whenDue: { [K in DueKind]: AtItsTime<K> } = {
  tell_customer: tellCustomer,
  tell_together: tellTogether,
  free_hold: async (scope, { holdId }) => {
    await freeHold(scope, holdId);
    return [];
  },
};
