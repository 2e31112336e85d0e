import { encode } from "next-auth/jwt";
import postgres from "postgres";
import type { Role } from "@/db/schema/people";
import type { TestDatabase } from "@/db/testing/copies";
import { type House, makeHouse } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import { atHour, type Wish } from "./api";
import { testSecret } from "./server";

export type Member = { userId: string; sessionId: string; cookie: string };

/** A business of one's own, beside everybody else's, with all of its coming days still free. */
export async function openHouse(database: TestDatabase, options: { staff?: number } = {}) {
  const house = await makeHouse({
    ...options,
    services: [{ name: "Cut", minutes: 30 }],
    platformUrl: database.platformUrl,
  });
  return { ...house, wishes: wishesIn(house), owner: await addMember(database, house.tenantId, "owner") };
}

/** Somebody who works there and has just signed in: the rows and the cookie that signing in makes, without its form. */
export async function addMember(
  database: TestDatabase,
  tenantId: string,
  role: Role,
  staffId: string | null = null,
): Promise<Member> {
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  const userId = newId();
  try {
    await sql`insert into users (id, email, name, password_hash)
      values (${userId}, ${`${role}-${userId}@house.test`}, ${role}, 'nobody signs in with this')`;
    await sql`insert into members (tenant_id, user_id, role, staff_id) values (${tenantId}, ${userId}, ${role}, ${staffId})`;
    return { userId, ...(await session(sql, userId)) };
  } finally {
    await sql.end();
  }
}

async function session(sql: postgres.Sql, userId: string) {
  const sessionId = newId();
  await sql`insert into sessions (id, user_id, expires_at, proved_at)
    values (${sessionId}, ${userId}, now() + interval '1 day', now())`;
  return { sessionId, cookie: await sessionCookie(userId, sessionId) };
}

/** The cookie that signing in makes for this session. */
export const sessionCookie = async (userId: string, sessionId: string): Promise<string> =>
  `clientpulse.session=${await encode({ token: { sub: userId, sid: sessionId }, secret: testSecret })}`;

/** One free time after another, no two alike: half-hours of the coming weeks, the staff in turn. */
function* wishesIn(house: House): Generator<Wish & { serviceId: string; staffId: string }, never> {
  for (let n = 0; ; n++) {
    const [staff, slot] = [n % house.staffIds.length, Math.floor(n / house.staffIds.length)];
    const startsAt = atHour(1 + Math.floor(slot / 24), 8 + (slot % 24) / 2);
    yield { serviceId: house.serviceIds[0]!, staffId: house.staffIds[staff]!, startsAt };
  }
}
