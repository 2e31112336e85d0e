import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { makeHouse } from "@/db/testing/house";
import { accountCookie, openAccountSessions, startAccountSession } from "@/lib/auth/account-sessions";
import { newId } from "@/lib/platform/ids";
import { authorize } from "./authorize";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
afterAll(() => sql.end());

const by = { userAgent: "Phone", from: { address: "198.51.100.7", requestId: "r" } };

test("a portal is heard by who entered with phone and code, of themself and their children, and by nobody else", async () => {
  const [house, other] = [await makeHouse(), await makeHouse()];
  const [grace, tim, stranger] = [newId(), newId(), newId()];
  await sql`insert into customers (tenant_id, id, name, phone, guardian_id) values
    (${house.tenantId}, ${grace}, 'Grace', '+254711000009', null),
    (${house.tenantId}, ${tim}, 'Tim', null, ${grace}),
    (${house.tenantId}, ${stranger}, 'Mary', '+254711000010', null)`;
  const cookie = await startAccountSession("+254711000009", by);
  const header = `theme=dark; ${accountCookie()}=${cookie}; x=y`;
  const heard = await authorize(header, { portal: house.slug });
  expect(heard).toMatchObject({ tenantId: house.tenantId, bookingId: null });
  const own = "customer" in heard ? heard.customer : undefined;
  expect([...(own?.customerIds ?? [])].sort()).toEqual([grace, tim].sort());

  // A house that does not know them, nobody, a forged one, and one that has ended.
  expect(await authorize(header, { portal: other.slug })).toMatchObject({ status: 404 });
  expect(await authorize(header, { portal: "no-such-house" })).toMatchObject({ status: 404 });
  for (const none of [null, "", `${accountCookie()}=${cookie}x`])
    expect(await authorize(none, { portal: house.slug })).toMatchObject({ status: 401 });
  expect([...(await openAccountSessions([own!.sessionId, newId()]))]).toEqual([own!.sessionId]);
  await sql`update account_sessions set revoked_at = now() where id = ${own!.sessionId}`;
  expect(await authorize(header, { portal: house.slug })).toMatchObject({ status: 401 });
  expect((await openAccountSessions([own!.sessionId])).size).toBe(0);
});
