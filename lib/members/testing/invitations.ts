import type postgres from "postgres";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { acceptInvitation, type Joiner } from "../accept-invitation";
import type { InviteInput } from "../input";
import { inviteMember } from "../invite-member";

let phones = 0;
export const somebody = (role: InviteInput["role"], staffId: string | null = null): InviteInput => ({
  // Numbers far apart: a block of numbers has a limit, too.
  destination: `+25471${String(1_000_000 + ((Date.now() + phones++ * 20_011) % 8_999_999)).slice(0, 7)}`,
  role,
  staffId,
});

export const newcomer = (): Joiner => ({
  userId: newId(),
  newLogin: { name: "Njoki Karanja", passwordHash: "a hash" },
});

/** How somebody is asked to join a house and does, with the links read from the database of `sql`. */
export function invitationsOf(sql: postgres.Sql, house: () => { tenantId: string }) {
  const invite = (as: Actor, input: InviteInput) =>
    withTenant(house().tenantId, as, (scope) => inviteMember(scope, input));
  const tokenOf = async (id: string): Promise<string> => {
    const [message] =
      await sql`select body from messages where tenant_id = ${house().tenantId} and dedupe_key = ${`invitation ${id}`}`;
    return /\/invite\/([\w-]+)/.exec(message?.body)![1]!;
  };
  const invited = async (as: Actor, input: InviteInput) => {
    const answer = await invite(as, input);
    if (!answer.ok) throw new Error(answer.refusal);
    return { id: answer.value.invitationId, token: await tokenOf(answer.value.invitationId) };
  };
  const accept = (id: string, joiner: Joiner = newcomer()) =>
    withTenant(house().tenantId, { kind: "member", userId: joiner.userId, role: "staff", staffId: null }, (scope) =>
      acceptInvitation(scope, id, joiner),
    );
  return { invite, tokenOf, invited, accept };
}
