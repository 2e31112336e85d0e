import { sql } from "drizzle-orm";
import { actorMay } from "@/lib/auth/actor-may";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";

export type StaffListItem = {
  id: string;
  name: string;
  title: string;
  colour: string;
  active: boolean;
  /** Names the picture; null without one. */
  photo: string | null;
  services: number;
  /** Whose login is linked, for those who see logins. */
  login: string | null;
  /** Somebody is asked to sign in as this person. */
  invited: boolean;
};

export type StaffList = { items: StaffListItem[]; position: string };

/** Everybody who serves, in the house's order, those who cannot be booked as well. Staff see themselves. */
export async function listProfiles(scope: Scope): Promise<StaffList> {
  const own = ownStaffOnly(scope.actor);
  const seesLogins = actorMay(scope.actor, "members.see");
  const [head, items] = await Promise.all([
    headOf(scope),
    scope.tx.execute<StaffListItem>(sql`
      select s.id, s.name, s.title, s.colour, s.active, p.version as photo,
        (select count(*)::int from staff_services c
          join services v on v.tenant_id = c.tenant_id and v.id = c.service_id and v.active and v.archived_at is null
          where c.tenant_id = s.tenant_id and c.staff_id = s.id) as services,
        ${seesLogins ? loginName : sql`null`} as login,
        ${seesLogins ? isInvited : sql`false`} as invited
      from staff s
      left join staff_photos p on p.tenant_id = s.tenant_id and p.staff_id = s.id
      where s.tenant_id = ${scope.tenantId} and s.archived_at is null ${own ? sql`and s.id = ${own}` : sql``}
      order by s.active desc, s.position, s.name, s.id`),
  ]);
  return { items: [...items], position: writePosition(head) };
}

const loginName = sql`(select u.name from members m join users u on u.id = m.user_id
  where m.tenant_id = s.tenant_id and m.staff_id = s.id and m.removed_at is null limit 1)`;

const isInvited = sql`exists (select 1 from invitations i where i.tenant_id = s.tenant_id and i.staff_id = s.id
  and i.accepted_at is null and i.revoked_at is null)`;
