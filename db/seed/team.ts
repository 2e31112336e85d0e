import type { TransactionSql } from "postgres";
import { amani } from "./amani";
import { staffIdOf, tenantIdOf } from "./base";
import { insertRows } from "./rows";
import { demoId, firstDemoId, lastDemoId } from "./stable";
import { users } from "./users";

const hour = 3_600_000;
const day = 24 * hour;
/** Nobody's: kept for examples. */
const address = "203.0.113.24";

type Waiting = { destination: string; role: string; staff?: string; by: string; sentHoursAgo: number };

const waiting: Waiting[] = [
  { destination: "+254722310845", role: "staff", staff: "chebet", by: "manager@amani.test", sentHoursAgo: 5 },
  { destination: "wairimu.ndungu@amani.test", role: "front_desk", by: "owner@amani.test", sentHoursAgo: 51 },
];
/** When each was last here before today's visitors came. */
const seenHoursAgo: Record<string, number> = {
  "manager@amani.test": 0.4,
  "desk@amani.test": 0.1,
  "staff@amani.test": 19,
};

/** Who is asked to join, who was here lately, and what was done about members so far. */
export async function seedTeam(sql: TransactionSql, today: string, now: Date): Promise<void> {
  const people = await sql<{ id: string; email: string; role: string; staffId: string | null; since: Date }[]>`
    select u.id, u.email, m.role, m.staff_id as "staffId", m.created_at as since
    from users u join members m on m.user_id = u.id and m.tenant_id = ${tenantIdOf(amani)}
    where u.email in ${sql(users.map(({ email }) => email))} and m.removed_at is null`;
  const ago = (hours: number) => new Date(now.getTime() - hours * hour);
  await insertRows(
    sql,
    "sessions",
    people.flatMap(({ id, email }) => {
      const at = seenHoursAgo[email] === undefined ? null : ago(seenHoursAgo[email]);
      if (!at) return [];
      // Signed out again: it shows when they were here and lets nobody in.
      const row = { id: demoId(`session/${email}/${today}`), user_id: id, user_agent: "", address };
      return [
        { ...row, created_at: at, last_seen_at: at, revoked_at: at, expires_at: at, awaits_second_factor: false },
      ];
    }),
  );
  const byEmail = new Map(people.map((person) => [person.email, person]));
  await seedInvitations(sql, byEmail, ago);
  await seedDeeds(sql, byEmail, ago);
}

type People = Map<string, { id: string; role: string; staffId: string | null; since: Date }>;

/** Two are waiting; should they have grown too old while the demo lay still, they were sent again. */
async function seedInvitations(sql: TransactionSql, people: People, ago: (hours: number) => Date): Promise<void> {
  const tenant_id = tenantIdOf(amani);
  await insertRows(
    sql,
    "invitations",
    waiting.flatMap(({ destination, role, staff, by, sentHoursAgo }) => {
      const inviter = people.get(by);
      const at = ago(sentHoursAgo);
      return inviter
        ? {
            tenant_id,
            id: demoId(`invitation/${destination}`),
            destination,
            role,
            staff_id: staff ? staffIdOf(amani, staff) : null,
            invited_by: inviter.id,
            created_at: at,
            sent_at: at,
            expires_at: new Date(at.getTime() + 7 * day),
          }
        : [];
    }),
  );
  await sql`update invitations set sent_at = ${ago(26)}, expires_at = ${ago(26 - 7 * 24)}
    where tenant_id = ${tenant_id} and id between ${firstDemoId} and ${lastDemoId} and accepted_at is null
      and revoked_at is null and expires_at < ${ago(0)}`;
}

async function seedDeeds(sql: TransactionSql, people: People, ago: (hours: number) => Date): Promise<void> {
  const deed = (
    by: string,
    action: string,
    about: { entity: string; id: string },
    at: Date,
    before: object | null,
    after: object | null,
  ) => {
    const who = people.get(by);
    return who
      ? {
          tenant_id: tenantIdOf(amani),
          id: demoId(`deed/${action}/${about.id}/${by}`),
          at,
          actor: { kind: "member", userId: who.id, role: who.role, staffId: who.staffId },
          user_id: who.id,
          action,
          entity: about.entity,
          entity_id: about.id,
          before: before && JSON.stringify(before),
          after: after && JSON.stringify(after),
          address,
          request_id: "",
        }
      : [];
  };
  const owner = "owner@amani.test";
  const desk = people.get("desk@amani.test");
  await insertRows(
    sql,
    "audit_entries",
    [
      [...people].map(([email, { id, role, since }]) =>
        deed(email, "member.joined", { entity: "user", id }, since, null, { destination: email, role, staff: null }),
      ),
      desk
        ? deed(
            owner,
            "member.changed",
            { entity: "user", id: desk.id },
            ago(31 * 24),
            { role: "staff", staff: null },
            { role: "front_desk", staff: null },
          )
        : [],
      waiting.map(({ destination, role, by, sentHoursAgo }) =>
        deed(
          by,
          "member.invited",
          { entity: "invitation", id: demoId(`invitation/${destination}`) },
          ago(sentHoursAgo),
          null,
          {
            destination,
            role,
          },
        ),
      ),
    ].flat(2),
  );
}
