import { wipeMessages } from "@/lib/notifications/wipe-messages";
import type { Scope } from "@/lib/tenancy/scope";

/** The one message that holds an invitation's link. */
export const linkMessageKey = (invitationId: string): string => `invitation ${invitationId}`;

/** Their links open nothing any more. */
export const wipeLinks = (scope: Scope, invitations: { id: string }[]): Promise<void> =>
  wipeMessages(
    scope,
    invitations.map(({ id }) => linkMessageKey(id)),
  );
