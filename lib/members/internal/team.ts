import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { invitations, members } from "@/db/schema/people";
import { staff } from "@/db/schema/staff";
import { now } from "@/lib/platform/clock";
import { hasFault } from "@/lib/platform/env";
import type { Scope } from "@/lib/tenancy/scope";
import type { Somebody } from "../rules";

export type Person = Somebody & { staffId: string | null };

export type Team = {
  /** Who acts, as the database knows them now: rights may have gone since the request began. Null when they left. */
  me: Person | null;
  of(userId: string): Person | null;
  owners: number;
};

/**
 * Everybody who works here, once all others who are changing that have finished: who may do what, and that an owner
 * stays, is decided one change after another.
 */
export async function lockTeam(scope: Scope): Promise<Team> {
  if (!hasFault("no-locks"))
    await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`members ${scope.tenantId}`}, 0))`);
  return teamNow(scope);
}

/** Everybody who works here, to be told; by the time something is done they may be others. */
export async function teamNow(scope: Scope): Promise<Team> {
  const people = await scope.tx
    .select({ userId: members.userId, role: members.role, staffId: members.staffId })
    .from(members)
    .where(and(eq(members.tenantId, scope.tenantId), isNull(members.removedAt)));
  const of = (userId: string) => people.find((person) => person.userId === userId) ?? null;
  return {
    me: scope.actor.kind === "member" ? of(scope.actor.userId) : null,
    of,
    owners: people.filter(({ role }) => role === "owner").length,
  };
}

export type StaffFault = "staff_unknown" | "staff_taken";

/** The name of a staff person who may be linked, or why not: each has one login at most. `except`: whose link it may be already. */
export async function freeStaff(
  scope: Scope,
  staffId: string,
  except: { userId?: string; destination?: string },
): Promise<{ name: string } | StaffFault> {
  const { tenantId } = scope;
  const [person] = await scope.tx
    .select({ name: staff.name })
    .from(staff)
    .where(and(eq(staff.tenantId, tenantId), eq(staff.id, staffId), eq(staff.active, true), isNull(staff.archivedAt)));
  if (!person) return "staff_unknown";
  const linked = await scope.tx
    .select({ userId: members.userId })
    .from(members)
    .where(
      and(
        eq(members.tenantId, tenantId),
        eq(members.staffId, staffId),
        isNull(members.removedAt),
        except.userId === undefined ? undefined : ne(members.userId, except.userId),
      ),
    );
  const invited = await scope.tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.tenantId, tenantId),
        eq(invitations.staffId, staffId),
        isOpen(),
        except.destination === undefined ? undefined : ne(invitations.destination, except.destination),
      ),
    );
  return linked.length + invited.length > 0 ? "staff_taken" : person;
}

/** Neither accepted nor withdrawn, though its days may be over. */
export const isUnanswered = () => and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

/** Still waiting to be accepted. */
export const isOpen = () => and(isUnanswered(), sql`${invitations.expiresAt} > ${now().toISOString()}`);

/** The name for the log of changes; null when nobody is linked. */
export async function staffName(scope: Scope, staffId: string | null): Promise<string | null> {
  if (!staffId) return null;
  const [person] = await scope.tx
    .select({ name: staff.name })
    .from(staff)
    .where(and(eq(staff.tenantId, scope.tenantId), eq(staff.id, staffId)));
  return person?.name ?? null;
}
