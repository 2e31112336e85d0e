import { signInCookie } from "./support/api";
import { addMember } from "./support/house";
import { expect, type House, streamUrl, test } from "./support/realtime";

/** Promised within 2 s. */
const limitMs = 6_000;

const statusOf = async (url: string, tenantId: string, cookie: string) => {
  const answer = await fetch(streamUrl(url, tenantId), { headers: { cookie } });
  await answer.body?.cancel();
  return answer.status;
};

const takenAway: [string, number, (sql: import("postgres").Sql, house: House) => Promise<unknown>][] = [
  [
    "the session is revoked",
    401,
    (sql, { owner }) => sql`update sessions set revoked_at = now() where id = ${owner.sessionId}`,
  ],
  [
    "the session expires",
    401,
    (sql, { owner }) => sql`update sessions set expires_at = now() where id = ${owner.sessionId}`,
  ],
  [
    "the login is disabled",
    401,
    (sql, { owner }) => sql`update users set disabled_at = now() where id = ${owner.userId}`,
  ],
  [
    "the member is removed",
    404,
    (sql, { owner }) => sql`update members set removed_at = now() where user_id = ${owner.userId}`,
  ],
  [
    "the business is suspended",
    404,
    (sql, { tenantId }) => sql`update tenants set status = 'suspended' where id = ${tenantId}`,
  ],
  ["the role changes", 200, (sql, { owner }) => sql`update members set role = 'staff' where user_id = ${owner.userId}`],
];

for (const [what, after, take] of takenAway) {
  test(`when ${what} the open stream ends, and asking again answers ${after}`, async ({ app, house, listen }) => {
    const desk = await listen(house);
    const began = performance.now();
    await take(app.sql, house);
    await desk.until(({ closed }) => closed, limitMs);
    test.info().annotations.push({ type: "ms", description: `${Math.round(performance.now() - began)}` });
    expect(desk.complete).toBe(true);
    expect(await statusOf(app.url, house.tenantId, house.owner.cookie)).toBe(after);
  });
}

test("when a login is unlinked from its person the open stream ends, and what comes after is hidden from it", async ({
  app,
  house,
  listen,
  book,
}) => {
  const [person] = house.staffIds as [string];
  const served = await addMember(app.database, house.tenantId, "staff", person);
  const theirs = () => {
    let wish = house.wishes.next().value;
    while (wish.staffId !== person) wish = house.wishes.next().value;
    return wish;
  };
  const own = await listen(house, { as: served });
  await book(house, theirs());
  await own.until(({ applied }) => applied.some(({ event }) => event === "booking.placed"));
  await app.sql`update members set staff_id = null where user_id = ${served.userId}`;
  await own.until(({ closed }) => closed, limitMs);
  const again = await listen(house, { as: served });
  await book(house, theirs());
  await again.until(({ applied }) => applied.length >= 2);
  expect(new Set(again.applied.map(({ event }) => event))).toEqual(new Set(["hidden"]));
});

test("signing out elsewhere ends this session's stream and nobody else's", async ({ app, listen }) => {
  const amani = { tenantId: app.tenants.amani, owner: { userId: "", sessionId: "", cookie: "" } };
  const [leaving, staying] = await Promise.all(
    ["owner@amani.test", "owner@amani.test"].map((who) => signInCookie(app.url, who)),
  );
  const desk = await listen(amani, { as: { ...amani.owner, cookie: leaving! } });
  const other = await listen(amani, { as: { ...amani.owner, cookie: staying! } });

  const { csrfToken } = await (await fetch(`${app.url}/api/auth/csrf`, { headers: { cookie: leaving! } })).json();
  const out = await fetch(`${app.url}/api/auth/signout`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: leaving!, origin: app.url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
  expect(out.status).toBeLessThan(400);
  await desk.until(({ closed }) => closed, limitMs);
  expect(await statusOf(app.url, app.tenants.amani, leaving!)).toBe(401);
  expect(other.closed).toBe(false);
  expect(await statusOf(app.url, app.tenants.amani, staying!)).toBe(200);
});

test("whoever lost the right hears nothing of what happens after, under a stream of events", async ({
  app,
  house,
  listen,
  book,
}) => {
  const manager = await addMember(app.database, house.tenantId, "manager");
  const [desk, watcher] = await Promise.all([listen(house), listen(house, { as: manager })]);
  await book(house);
  await app.sql`update sessions set revoked_at = now() where id = ${house.owner.sessionId}`;
  const revoked = performance.now();
  let booked = 1;
  while (!desk.closed && performance.now() - revoked < limitMs) {
    await book(house);
    booked++;
  }
  expect(desk.closed).toBe(true);
  const heard = desk.seqs.length;
  await book(house);
  await watcher.until(({ seqs }) => seqs.length === 2 * (booked + 1));
  expect(desk.seqs).toHaveLength(heard);
  expect(desk.frames.every(({ at }) => at - revoked < limitMs)).toBe(true);
});
