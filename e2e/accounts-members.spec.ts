import { newId, sha256 } from "@/lib/platform/ids";
import { newPhone } from "./support/api";
import { live, openDashboard, signedIn } from "./support/dashboard";
import { addMember, type Member } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 5_000 };
/** Promised within 2 s; a busy machine gets more. */
const limitMs = 6_000;

/** The link of the newest message to this address, as the outbox has it. */
async function linkTo(app: App, destination: string): Promise<string> {
  const [message] =
    await app.sql`select body from messages where to_address = ${destination} order by created_at desc limit 1`;
  return /https?:\S+\/invite\/[\w-]+/.exec(message?.body)![0];
}

const ask = (app: App, who: Member, tenantId: string, path: string, method = "GET", body?: object) =>
  fetch(`${app.url}/api/dashboard/${tenantId}/${path}`, {
    method,
    headers: { cookie: who.cookie, origin: app.url, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

const statuses = async (answers: Promise<Response>[]) => (await Promise.all(answers)).map(({ status }) => status);

/** An invitation whose link the test knows. */
async function invitation(app: App, house: House, destination: string) {
  const [token, id] = [newId(), newId()];
  await app.sql`insert into invitations (tenant_id, id, destination, role, invited_by, sent_at, expires_at)
    values (${house.tenantId}, ${id}, ${destination}, 'front_desk', ${house.owner.userId}, now(), now() + interval '7 days')`;
  await app.sql`insert into access_tokens (hash, tenant_id, kind, subject_id) values (${sha256(token)}, ${house.tenantId}, 'invitation', ${id})`;
  return `${app.url}/invite/${token}`;
}

test("from the invitation to the last day: invited, joined, seen without a reload, changed, removed", async ({
  browser,
  app,
}) => {
  test.slow();
  const phone = newPhone();
  const owner = await signedIn(browser, app, "owner@amani.test");
  const page = await owner.newPage();
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Members" }).click();
  await expect(page.getByRole("heading", { name: "Members", level: 1 })).toBeVisible();
  await live(page);

  await page.getByRole("link", { name: "Invite" }).click();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Choose what they may do.")).toBeVisible();
  await page.getByLabel("E-mail or phone").fill("not an address");
  await page.getByRole("radio", { name: /Front desk/ }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("neither an e-mail address nor a phone number")).toBeVisible();
  await expect(page.getByLabel("E-mail or phone")).toHaveValue("not an address");
  await page.getByLabel("E-mail or phone").fill(phone.replace("+254", "0"));
  await page.getByRole("button", { name: "Send invitation" }).click();
  const waiting = page.locator(`[data-invitation="${phone}"]`);
  await expect(waiting).toBeVisible(soon);

  const first = await linkTo(app, phone);
  await waiting.getByRole("button", { name: "Send again" }).click();
  await expect.poll(() => linkTo(app, phone)).not.toBe(first);
  const guest = await browser.newContext();
  const theirs = await guest.newPage();
  await theirs.goto(first);
  await expect(theirs.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();
  const link = await linkTo(app, phone);
  await theirs.goto(link);
  await expect(theirs.getByText("Wanjiku Kamau invites you")).toBeVisible();
  await theirs.getByLabel("Your name").fill("Njoki Karanja");
  await theirs.getByLabel("Choose a password").fill("password1");
  await theirs.getByRole("button", { name: "Join", exact: true }).click();
  await expect(theirs.getByText(/Password (needs|is one)/)).toBeVisible();
  await expect(theirs.getByLabel("Your name")).toHaveValue("Njoki Karanja");
  await theirs.getByLabel("Choose a password").fill("mango river seven lamps");
  await theirs.getByRole("button", { name: "Join", exact: true }).click();
  await theirs.waitForURL(`**/dashboard/${app.tenants.amani}`);
  await live(theirs);
  await expect(theirs.getByRole("link", { name: "Members" })).toHaveCount(0);

  const row = page.locator("[data-member]").filter({ hasText: "Njoki Karanja" });
  await expect(row).toBeVisible(soon);
  await expect(waiting).toHaveCount(0);
  const other = await browser.newContext();
  const late = await other.newPage();
  await late.goto(link);
  await expect(late.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();

  const become = async (role: RegExp) => {
    await row.getByRole("link").click();
    await page.getByRole("radio", { name: role }).check();
    await page.getByRole("button", { name: "Save" }).click();
  };
  await become(/Staff/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Changed back")).toBeVisible(soon);
  await become(/Manager/);
  await expect(row).toContainText("Manager", soon);
  // Their open page learns of it by itself.
  await expect(theirs.getByRole("link", { name: "Members" })).toBeVisible({ timeout: 10_000 });
  await become(/Front desk/);
  await expect(row).toContainText("Front desk", soon);
  await expect(theirs.getByRole("link", { name: "Members" })).toHaveCount(0, { timeout: 10_000 });

  await row.getByRole("link").click();
  await page.getByRole("button", { name: /^Remove from/ }).click();
  await page.getByRole("button", { name: "Remove Njoki Karanja" }).click();
  await expect(row).toHaveCount(0, soon);
  await expect(theirs.getByRole("heading", { name: "This page is not here" })).toBeVisible({ timeout: 15_000 });

  const log = await owner.newPage();
  await log.goto(`${app.url}/dashboard/${app.tenants.amani}/audit`);
  const deeds = await log
    .locator("[data-action]")
    .evaluateAll((all) => all.slice(0, 8).map((one) => one.getAttribute("data-action")));
  const changes = Array(4).fill("member.changed");
  expect(deeds).toEqual(["member.removed", ...changes, "member.joined", "member.invited", "member.invited"]);
  await log.locator('select[name="action"]').selectOption("member.changed");
  await log.getByRole("button", { name: "Show" }).click();
  await expect(log.locator("[data-action]").first()).toContainText("Front desk");
  await expect(log.locator('[data-action="member.joined"]')).toHaveCount(0);
  await Promise.all([owner, guest, other].map((context) => context.close()));
});

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
        ask(app, member, tenantId, "audit/export"),
      ]),
      role,
    ).toEqual(Array(8).fill(403));
  }
  const manager = await addMember(app.database, tenantId, "manager");
  expect(
    await statuses([
      ask(app, manager, tenantId, "members"),
      ask(app, manager, tenantId, "audit"),
      ask(app, manager, tenantId, "audit/export"),
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
  const refused = await ask(app, owner, tenantId, "audit/export");
  expect([refused.status, (await refused.json()).code]).toEqual([403, "step_up"]);
  await app.sql`update sessions set proved_at = now() where id = ${owner.sessionId}`;
  const file = await ask(app, owner, tenantId, "audit/export?action=member.invited");
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
  expect([page.items.length, page.nextCursor]).toEqual([1, null]);
  expect(
    await statuses(
      ["cursor=x", `cursor=${newId()}`, "from=yesterday", "limit=1000"].map((query) =>
        ask(app, owner, tenantId, `audit?${query}`),
      ),
    ),
  ).toEqual([422, 422, 422, 422]);
});

test("somebody with two businesses goes from one to the other, and keeps the one they were not removed from", async ({
  browser,
  app,
}) => {
  const [manager] = await app.sql`select id from users where email = 'manager@amani.test'`;
  await app.sql`insert into members (tenant_id, user_id, role) values (${app.tenants.baraka}, ${manager!.id}, 'staff')`;
  const context = await signedIn(browser, app, "manager@amani.test");
  const page = await openDashboard(context, app.tenants.amani, app.url);
  const rail = page.getByRole("complementary");
  await rail.getByRole("button", { name: /Amani Salon/ }).click();
  await page.getByRole("menuitem", { name: /Baraka Barbers/ }).click();
  await page.waitForURL(`**/dashboard/${app.tenants.baraka}`);
  await live(page);
  await expect(rail.getByText("Baraka Barbers")).toBeVisible();
  await expect(rail.getByText("Staff", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Members" })).toHaveCount(0);
  await rail.getByRole("button", { name: /Baraka Barbers/ }).click();
  await page.getByRole("menuitem", { name: /Amani Salon/ }).click();
  await page.waitForURL(`**/dashboard/${app.tenants.amani}`);
  await expect(page.getByRole("link", { name: "Members" })).toBeVisible();

  await page.goto(`${app.url}/dashboard/${app.tenants.baraka}/leave`);
  await page.getByRole("button", { name: "Leave Baraka Barbers" }).click();
  await page.waitForURL(`**/dashboard/${app.tenants.amani}`);
  await live(page);
  await expect(rail.getByRole("button", { name: /Change business/ })).toHaveCount(0);
  await context.close();
});

test("somebody who is signed in joins with one button; somebody with a login signs in first", async ({
  browser,
  app,
  house,
}) => {
  const link = await invitation(app, house, "desk@amani.test");
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("link", { name: "Sign in to join" }).click();
  await page.getByLabel("E-mail").fill("desk@amani.test");
  await page.getByLabel("Password").fill("demo-clientpulse");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Join as Mercy Mutua" }).click();
  await page.waitForURL(`**/dashboard/${house.tenantId}`);
  await live(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();
  await context.close();
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

for (const who of ["guest", "owner"] as const) {
  test(`what a ${who} sees is clean for axe and does not scroll sideways`, async ({ browser, app, house }) => {
    test.slow();
    const base = `${app.url}/dashboard/${app.tenants.amani}`;
    const [desk] = await app.sql`select id from users where email = 'desk@amani.test'`;
    const pages = ["members", "members?invite=new", `members?member=${desk!.id}`, "audit", "audit?action=x", "leave"];
    const links = [await invitation(app, house, newPhone()), await invitation(app, house, "desk@amani.test")];
    const addresses =
      who === "guest" ? [...links, `${app.url}/invite/nothing`] : pages.map((path) => `${base}/${path}`);
    const context = who === "guest" ? await browser.newContext() : await signedIn(browser, app, "owner@amani.test");
    const page = await context.newPage();
    for (const address of addresses) {
      await page.goto(address);
      await looksRight(page, address, { anew: true });
    }
    await context.close();
  });
}
