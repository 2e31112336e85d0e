import postgres from "postgres";
import { addMember } from "./support/house";
import { expect, run, test } from "./support/realtime";

/** A business transaction as lib writes one, held open by the test: the event comes last, under the head's lock. */
async function transaction(appUrl: string, tenantId: string) {
  const sql = postgres(appUrl, { max: 1, onnotice: () => {} });
  const tx = await sql.reserve();
  await tx`begin`;
  const [me] = await tx<
    { pid: number }[]
  >`select set_config('app.tenant_id', ${tenantId}, true), pg_backend_pid() as pid`;
  return {
    pid: me!.pid,
    write: async () => {
      const [event] = await tx<{ seq: string }[]>`
        with head as (update event_heads set seq = seq + 1 where tenant_id = ${tenantId} returning seq)
        insert into events (tenant_id, seq, name, audience, entity, entity_id, payload, actor)
        select ${tenantId}, seq, 'customer.added', '{desk}', 'customer', gen_random_uuid(), '{}', '{}' from head
        returning seq`;
      return Number(event?.seq);
    },
    end: async (how: "commit" | "rollback") => {
      await tx.unsafe(how);
      tx.release();
      await sql.end();
    },
  };
}

test("of two transactions the one begun later commits first: numbers follow commits and both arrive", async ({
  app,
  house,
  listen,
}) => {
  const desk = await listen(house);
  const early = await transaction(app.database.appUrl, house.tenantId);
  const late = await transaction(app.database.appUrl, house.tenantId);
  expect(await late.write()).toBe(1);
  await late.end("commit");
  await desk.until(({ seqs }) => seqs.length === 1);
  expect(await early.write()).toBe(2);
  await early.end("commit");
  await desk.until(({ seqs }) => seqs.length === 2);
  expect(desk.seqs).toEqual([1, 2]);
});

test("the second to write waits for the first to commit, so no number is seen before a smaller one", async ({
  app,
  house,
  listen,
}) => {
  const desk = await listen(house);
  const first = await transaction(app.database.appUrl, house.tenantId);
  const second = await transaction(app.database.appUrl, house.tenantId);
  expect(await first.write()).toBe(1);
  const waiting = second.write();
  await expect
    .poll(() => app.sql`select pid from pg_stat_activity where wait_event_type = 'Lock' and pid = ${second.pid}`)
    .toHaveLength(1);
  expect(desk.seqs).toEqual([]);
  await first.end("commit");
  expect(await waiting).toBe(2);
  await second.end("commit");
  await desk.until(({ seqs }) => seqs.length === 2);
  expect(desk.seqs).toEqual([1, 2]);
});

test("a number whose transaction fails is given to the next: no gap, and nothing waits for it", async ({
  app,
  house,
  listen,
  book,
}) => {
  const desk = await listen(house);
  const failing = await transaction(app.database.appUrl, house.tenantId);
  expect(await failing.write()).toBe(1);
  const booking = book(house);
  await failing.end("rollback");
  await booking;
  await desk.until(({ seqs }) => seqs.length === 2);
  expect(desk.seqs).toEqual([1, 2]);
});

test.describe("over 100 mixed events", () => {
  const ours = "Nyawira";
  const theirs = "Kiprotich";

  /** 50 new customers, in turn with the one and the other: two events each. */
  async function happen(book: (wish: { name: string }) => Promise<unknown>) {
    for (let n = 0; n < 50; n++) await book({ name: `${n % 2 ? theirs : ours} ${n}` });
    return 100;
  }

  test("a staff member's stream has every number and no foreign name, live and on replay", async ({
    app,
    house,
    listen,
    book,
  }) => {
    const staff = await addMember(app.database, house.tenantId, "staff", house.staffIds[0]);
    const [desk, mine] = await Promise.all([listen(house), listen(house, { as: staff })]);
    const head = await happen((wish) => book(house, wish));
    await Promise.all([desk, mine].map((one) => one.until(({ seqs }) => seqs.length === head)));
    const replayed = await listen(house, { as: staff, lastEventId: "1-0" });
    const deskReplayed = await listen(house, { lastEventId: "1-0" });

    for (const one of [mine, replayed]) {
      expect(one.seqs).toEqual(run(1, head));
      expect(one.body).not.toContain(theirs);
      expect(one.body.match(new RegExp(`${ours} \\d+ booked`, "g"))).toHaveLength(25);
      const hidden = one.applied.filter(({ event }) => event === "hidden");
      expect(hidden).toHaveLength(75);
      for (const { data } of hidden) expect(Object.keys(data)).toEqual(["seq", "name"]);
    }
    for (const one of [desk, deskReplayed]) {
      expect(one.seqs).toEqual(run(1, head));
      expect(one.body.match(new RegExp(`(${ours}|${theirs}) \\d+ booked`, "g"))).toHaveLength(50);
      expect(one.body).not.toContain("event: hidden");
    }
    for (const one of [mine, replayed, desk, deskReplayed]) expect(one.body).not.toContain("+254");
  });

  test("a replay goes by the rights of now, not of when it happened", async ({ app, house, listen, book }) => {
    const staff = await addMember(app.database, house.tenantId, "staff", house.staffIds[0]);
    await book(house, { staffId: house.staffIds[1]!, name: theirs });
    expect((await listen(house, { as: staff, lastEventId: "1-0" })).body).not.toContain(theirs);
    await app.sql`update members set role = 'front_desk' where user_id = ${staff.userId}`;
    expect((await listen(house, { as: staff, lastEventId: "1-0" })).body).toContain(theirs);
    await app.sql`update members set role = 'staff', staff_id = ${house.staffIds[1]!} where user_id = ${staff.userId}`;
    const moved = await listen(house, { as: staff, lastEventId: "1-0" });
    expect(moved.applied.map(({ event }) => event)).toEqual(["hidden", "booking.placed"]);
  });
});
