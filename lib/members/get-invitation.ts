import { and, eq, or } from "drizzle-orm";
import { invitations, type Role, users } from "@/db/schema/people";
import { tenants } from "@/db/schema/tenants";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { isOpen } from "./internal/team";

export type Invitation = {
  tenantId: string;
  id: string;
  business: string;
  role: Role;
  invitedBy: string;
  destination: string;
  expiresAt: string;
  /** Somebody signs in with the invited address already. */
  hasLogin: boolean;
};

const reader = { kind: "system", job: "invitation" } as const;

/** What a link invites to, or null: made up, used, withdrawn, expired and of a closed business are all the same to a stranger. */
export async function getInvitation(token: string): Promise<Invitation | null> {
  const owner = await tenantOfToken(token);
  if (owner?.kind !== "invitation") return null;
  const { tenantId, subjectId: id } = owner;
  return readTenant(tenantId, reader, async ({ tx }) => {
    const [found] = await tx
      .select({
        business: tenants.name,
        status: tenants.status,
        role: invitations.role,
        invitedBy: users.name,
        destination: invitations.destination,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .innerJoin(tenants, eq(tenants.id, invitations.tenantId))
      .innerJoin(users, eq(users.id, invitations.invitedBy))
      .where(and(eq(invitations.tenantId, tenantId), eq(invitations.id, id), isOpen()));
    if (!found || (found.status !== "active" && found.status !== "pending")) return null;
    const { status: _, expiresAt, ...facts } = found;
    const known = await tx
      .select({ id: users.id })
      .from(users)
      .where(or(eq(users.email, found.destination), eq(users.phone, found.destination)));
    return { tenantId, id, ...facts, expiresAt: expiresAt.toISOString(), hasLogin: known.length > 0 };
  });
}
