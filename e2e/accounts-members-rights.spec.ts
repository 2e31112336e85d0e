import { newId } from "@/lib/platform/ids";
import { newPhone } from "./support/api";
import { openDashboard, signedIn } from "./support/dashboard";
import { addMember } from "./support/house";
import { ask, statuses } from "./support/members";
import { expect, test } from "./support/realtime";

/** Promised within 2 s; a busy machine gets more. */
const limitMs = 6_000;

test("a removed member's stream ends within two seconds, and asking again finds nothing; a change of role hides at once", async ({
  app,
  house,
  listen,
}) => {
  const second = await addMember(app.database, house.tenantId, "owner");
  const [going, changing] = [
    await addMember(app.database, house.tenantId, "front_desk"),
    await addMember(app.database, house.tenantId, "owner"),
  ];
  const [gone, changed] = [await listen(house, { as: going }), await listen(house, { as: changing })];
  const began = performance.now();
  expect(
    await statuses([
      ask(app, second, house.tenantId, `members/${going.userId}`, "DELETE"),
      ask(app, second, house.tenantId, `members/${changing.userId}`, "PATCH", { role: "staff" }),
    ]),
  ).toEqual([200, 200]);
  expect(
    await statuses([
      ask(app, going, house.tenantId, "stats"),
      ask(app, changing, house.tenantId, "members"),
      ask(app, changing, house.tenantId, "audit"),
      ask(app, changing, house.tenantId, "stats"),
    ]),
  ).toEqual([404, 403, 403, 200]);
  await Promise.all([gone, changed].map((client) => client.until(({ closed }) => closed, limitMs)));
  test.info().annotations.push({ type: "ms", description: `${Math.round(performance.now() - began)}` });
  expect(gone.complete).toBe(true);
});

test("the desk and staff find no link, no page and no answer; a manager no audit log", async ({
  browser,
  app,
  house,
}) => {
  const { tenantId } = house;
  for (const role of ["front_desk", "staff"] as const) {
    const member = await addMember(app.database, tenantId, role);
    const victim = house.owner.userId;
    expect(
      await statuses([
        ask(app, member, tenantId, "members"),
        ask(app, member, tenantId, "members", "POST", { destination: newPhone(), role: "staff" }),
        ask(app, member, tenantId, `members/${victim}`, "PATCH", { role: "staff" }),
        ask(app, member, tenantId, `members/${victim}`, "DELETE"),
        ask(app, member, tenantId, `members/invitations/${newId()}`, "POST", {}),
        ask(app, member, tenantId, `members/invitations/${newId()}`, "DELETE"),
        ask(app, member, tenantId, "audit"),
        ask(app, member, tenantId, "audit/export", "POST", {}),
      ]),
      role,
    ).toEqual(Array(8).fill(403));
  }
  const manager = await addMember(app.database, tenantId, "manager");
  expect(
    await statuses([
      ask(app, manager, tenantId, "members"),
      ask(app, manager, tenantId, "audit"),
      ask(app, manager, tenantId, "audit/export", "POST", {}),
      ask(app, manager, tenantId, `members/${house.owner.userId}`, "PATCH", { role: "staff" }),
      ask(app, manager, tenantId, "members", "POST", { destination: newPhone(), role: "owner" }),
    ]),
  ).toEqual([200, 403, 403, 403, 403]);

  for (const [email, pages] of [
    ["desk@amani.test", ["members", "audit"]],
    ["staff@amani.test", ["members", "audit"]],
    ["manager@amani.test", ["audit"]],
  ] as const) {
    const context = await signedIn(browser, app, email);
    const page = await openDashboard(context, app.tenants.amani, app.url);
    await expect(page.getByRole("link", { name: "Audit log" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Members" })).toHaveCount(pages.length === 2 ? 0 : 1);
    for (const path of pages) {
      const answer = await page.goto(`${app.url}/dashboard/${app.tenants.amani}/${path}`);
      expect([answer?.status(), await page.getByRole("heading", { level: 1 }).textContent()], email + path).toEqual([
        404,
        "This page is not here",
      ]);
    }
    await context.close();
  }
});

test("others' ids answer as missing ones do; what nobody asked for in a body changes nothing", async ({
  app,
  house,
}) => {
  const { tenantId, owner } = house;
  const desk = await addMember(app.database, app.tenants.baraka, "front_desk");
  const [theirs] = await app.sql`select id from staff where tenant_id = ${app.tenants.baraka} limit 1`;
  for (const [foreign, missing] of [
    [`members/${desk.userId}`, `members/${newId()}`],
    ["members/not-an-id", `members/${newId()}`],
  ]) {
    for (const method of ["PATCH", "DELETE"]) {
      const answers = await Promise.all(
        [foreign!, missing!].map((path) => ask(app, owner, tenantId, path, method, { role: "staff" })),
      );
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
      expect(await answers[0]!.text()).toBe(await answers[1]!.text());
    }
  }
  const wish = { destination: newPhone(), role: "staff" };
  const unknown = await Promise.all(
    [theirs!.id, newId()].map((staffId) => ask(app, owner, tenantId, "members", "POST", { ...wish, staffId })),
  );
  expect(unknown.map(({ status }) => status)).toEqual([422, 422]);
  expect(await unknown[0]!.text()).toBe(await unknown[1]!.text());

  const extra = {
    tenantId: app.tenants.baraka,
    id: newId(),
    userId: owner.userId,
    invitedBy: desk.userId,
    acceptedAt: "2026-01-01T00:00:00Z",
    expiresAt: "2036-01-01T00:00:00Z",
    platformAdmin: true,
  };
  const sent = await ask(app, owner, tenantId, "members", "POST", { ...wish, ...extra });
  expect(sent.status).toBe(201);
  const [made] = await app.sql`select tenant_id, invited_by, accepted_at, expires_at < now() + interval '8 days' as soon
    from invitations where destination = ${wish.destination}`;
  expect(made).toEqual({ tenant_id: tenantId, invited_by: owner.userId, accepted_at: null, soon: true });
  const staff = await addMember(app.database, tenantId, "staff");
  await ask(app, owner, tenantId, `members/${staff.userId}`, "PATCH", { role: "front_desk", ...extra });
  const roles = await app.sql`select user_id, role from members where tenant_id = ${tenantId} order by role`;
  expect(roles.map(({ role }) => role)).toEqual(["front_desk", "owner"]);
  const foreign = await fetch(`${app.url}/api/dashboard/${tenantId}/members/${staff.userId}`, {
    method: "DELETE",
    headers: { cookie: owner.cookie, origin: "https://elsewhere.test" },
  });
  expect(foreign.status).toBe(403);
});

test("the audit log as a file: only for who has just proved who they are, and no cell runs", async ({ app, house }) => {
  const { tenantId, owner } = house;
  const phone = newPhone();
  await ask(app, owner, tenantId, "members", "POST", { destination: phone, role: "staff" });
  const save = (filters: object) => ask(app, owner, tenantId, "audit/export", "POST", filters);
  await app.sql`update sessions set proved_at = now() - interval '11 minutes' where id = ${owner.sessionId}`;
  const refused = await save({});
  expect([refused.status, (await refused.json()).code]).toEqual([403, "proof_required"]);
  await app.sql`update sessions set proved_at = now() where id = ${owner.sessionId}`;
  const file = await save({ action: "member.invited" });
  expect(file.status).toBe(200);
  expect([file.headers.get("cache-control"), file.headers.get("content-disposition")]).toEqual([
    "no-store",
    `attachment; filename="audit-${house.slug}.csv"`,
  ]);
  const lines = (await file.text()).trim().split("\r\n");
  expect(lines[0]).toContain("at,who,action");
  expect(lines[1]).toContain(`,'${phone},`);
  expect(lines).toHaveLength(2);
  const page = await (await ask(app, owner, tenantId, "audit?limit=1")).json();
  // What left the house is written down as well.
  expect(page).toMatchObject({
    items: [{ action: "audit.exported", after: { entries: 1, action: "member.invited" } }],
    nextCursor: expect.any(String),
  });
  expect(
    await statuses(
      ["cursor=x", `cursor=${newId()}`, "from=yesterday", "limit=1000"].map((query) =>
        ask(app, owner, tenantId, `audit?${query}`),
      ),
    ),
  ).toEqual([422, 422, 422, 422]);
});

test("a second factor for everybody: first the owner's own, then nobody without one gets in", async ({
  browser,
  app,
}) => {
  const context = await signedIn(browser, app, "owner@baraka.test");
  const page = await context.newPage();
  const desk = await addMember(app.database, app.tenants.baraka, "front_desk");
  await page.goto(`${app.url}/dashboard/${app.tenants.baraka}/members`);
  const factor = page.getByRole("switch", { name: "Everybody needs a second factor" });
  await factor.click();
  await expect(page.getByText("Set up your own second factor")).toBeVisible();
  await expect(factor).not.toBeChecked();
  await app.sql`update users set totp_confirmed_at = now() where email = 'owner@baraka.test'`;
  expect((await ask(app, desk, app.tenants.baraka, "stats")).status).toBe(200);
  await factor.click();
  await expect(factor).toBeChecked();
  expect((await ask(app, desk, app.tenants.baraka, "stats")).status).toBe(404);
  await page.goto(`${app.url}/dashboard/${app.tenants.baraka}/audit`);
  await expect(page.getByText("Everybody needs a second factor: no")).toBeVisible();
  await app.sql`update tenants set second_factor_required = false where id = ${app.tenants.baraka}`;
  await app.sql`update users set totp_confirmed_at = null where email = 'owner@baraka.test'`;
  await context.close();
});
