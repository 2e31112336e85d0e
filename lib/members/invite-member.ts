import { and, eq, isNull, or } from "drizzle-orm";
import { invitations, members, users } from "@/db/schema/people";
import { accessTokens } from "@/db/schema/requests";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { countCode } from "@/lib/auth/limits";
import { recordEvent } from "@/lib/events/record-event";
import { queueMessage } from "@/lib/notifications/queue-message";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { newId, newToken, sha256 } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { countSms, goesBySms } from "@/lib/platform/sms";
import { requireRoom } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import type { InviteInput } from "./input";
import { linkMessageKey, wipeLinks } from "./internal/link-message";
import { freeStaff, isOpen, lockTeam } from "./internal/team";
import { type InviteRefusal, invitationDays, mayGive } from "./rules";
import { invitationWords } from "./words";

const dayMs = 86_400_000;

export type NotInvited =
  | { refusal: Exclude<InviteRefusal, "too_many"> }
  | { refusal: "too_many"; retryAfterSeconds: number };

/** Sends somebody a link to join. An open invitation to the same place is replaced: its link is dead from now on. */
export async function inviteMember(
  scope: Scope,
  input: InviteInput,
): Promise<Result<{ invitationId: string }, NotInvited>> {
  const { actor } = scope;
  if (actor.kind !== "member" || !mayGive(actor.role, input.role)) return refuse("forbidden");
  // Before the lock: counting may take a moment, and nobody else should wait for it.
  const within = await countInvitation(scope, input.destination, actor.from?.address ?? "unknown");
  if (!within.ok) return within;
  const { me } = await lockTeam(scope);
  if (!me || !mayGive(me.role, input.role)) return refuse("forbidden");
  if (await worksHere(scope, input.destination)) return refuse("already_member");
  const staff = input.staffId ? await freeStaff(scope, input.staffId, { destination: input.destination }) : null;
  if (typeof staff === "string") return refuse(staff);
  if (!(await isInvited(scope, input.destination))) await requireRoom(scope, "members");
  const invitationId = await writeInvitation(scope, me.userId, input, staff?.name ?? null);
  return ok({ invitationId });
}

async function countInvitation(scope: Scope, destination: string, address: string): Promise<Result<true, NotInvited>> {
  const bySms = !destination.includes("@");
  if (bySms && !goesBySms(destination)) return refuse("no_country");
  if (bySms && !(await isApproved(scope))) return refuse("sms_later");
  const within = await countCode("invitation", destination, address);
  if (!within.ok) return refuse("too_many", { retryAfterSeconds: within.retryAfterSeconds });
  return bySms ? countSms(destination, scope.tenantId) : ok(true as const);
}

/** Whoever registers writes the words of an SMS that we pay for: first somebody looks at them. */
async function isApproved({ tx, tenantId }: Scope): Promise<boolean> {
  const [tenant] = await tx.select({ status: tenants.status }).from(tenants).where(eq(tenants.id, tenantId));
  return tenant?.status === "active";
}

async function worksHere(scope: Scope, destination: string): Promise<boolean> {
  const found = await scope.tx
    .select({ userId: members.userId })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.tenantId, scope.tenantId),
        isNull(members.removedAt),
        or(eq(users.email, destination), eq(users.phone, destination)),
      ),
    );
  return found.length > 0;
}

/** Whoever is invited anew keeps the place that the open invitation has. */
async function isInvited({ tx, tenantId }: Scope, destination: string): Promise<boolean> {
  const found = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.tenantId, tenantId), eq(invitations.destination, destination), isOpen()));
  return found.length > 0;
}

async function writeInvitation(scope: Scope, invitedBy: string, input: InviteInput, staff: string | null) {
  const { tenantId } = scope;
  const { destination, role, staffId } = input;
  const [at, id, token] = [now(), newId(), newToken()];
  const expiresAt = new Date(at.getTime() + invitationDays * dayMs);
  const replaced = await scope.tx
    .update(invitations)
    .set({ revokedAt: at })
    .where(
      and(
        eq(invitations.tenantId, tenantId),
        eq(invitations.destination, destination),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id });
  await wipeLinks(scope, replaced);
  const facts = { destination, role, staffId, invitedBy, createdAt: at, sentAt: at, expiresAt };
  await scope.tx.insert(invitations).values({ tenantId, id, ...facts });
  await scope.tx
    .insert(accessTokens)
    .values({ hash: sha256(token), tenantId, kind: "invitation", subjectId: id, createdAt: at });
  await queueMessage(scope, {
    ...(await wording(scope, invitedBy, input, `${env().APP_URL}/invite/${token}`)),
    to: destination,
    template: "invitation",
    dedupeKey: linkMessageKey(id),
    counted: true,
    secretUntil: expiresAt,
  });
  recordEvent(scope, { name: "member.invited", invitationId: id });
  await recordAudit(scope, {
    action: "member.invited",
    entity: "invitation",
    entityId: id,
    personId: id,
    after: { destination, role, staff },
  });
  return id;
}

async function wording(scope: Scope, invitedBy: string, { destination, role }: InviteInput, link: string) {
  const [known] = await scope.tx
    .select({ house: tenants.name, inviter: users.name, language: users.language })
    .from(tenants)
    .innerJoin(users, eq(users.id, invitedBy))
    .where(eq(tenants.id, scope.tenantId));
  const { house = "", inviter = "", language = "en" } = known ?? {};
  const say = invitationWords[language];
  const asked = say.asks(inviter, house, say[role]);
  const days = `${invitationDays}`;
  return destination.includes("@")
    ? { channel: "email" as const, ...say.letter(asked, days, link, inviter, house) }
    : { channel: "sms" as const, body: say.short(asked, days, link) };
}
