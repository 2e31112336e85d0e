import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { signInCookie } from "./support/api";
import { boss, password, post, registered, tenantOf } from "./support/applicants";
import { live, signedIn } from "./support/dashboard";
import { expect, streamUrl, test } from "./support/realtime";

/** Promised within 2 s. */
const limitMs = 6_000;

test("a rejected owner reads why, puts it right and applies again", async ({ browser, app }) => {
  const who = await registered(app);
  const desk = await signedIn(browser, app, boss);
  const admin = await desk.newPage();
  await admin.goto(`${app.url}/admin/tenants/${who.id}`);
  await admin.locator("summary", { hasText: "Reject" }).click();
  await admin.getByLabel("Reason").fill("The phone does not answer");
  await admin.getByRole("button", { name: "Reject" }).click();
  await expect(admin.getByText("Rejected", { exact: true }).first()).toBeVisible();

  const owner = await browser.newContext();
  const page = await owner.newPage();
  await page.goto(`${app.url}/login`);
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: `${who.businessName} was not accepted` })).toBeVisible();
  await expect(page.getByText("The phone does not answer")).toBeVisible();
  expect((await fetch(`${app.url}/book/${who.slug}`)).status).toBe(404);
  await page.getByLabel("Phone").fill("0733 111 222");
  await page.getByRole("button", { name: "Apply again" }).click();
  await page.waitForURL(`**/dashboard/${who.id}`);
  await expect(page.getByText("Waiting for approval.")).toBeVisible();
  expect(await tenantOf(app, who)).toMatchObject({ status: "pending", phone: "+254733111222", status_reason: "" });
  await expect
    .poll(
      () => app.sql`select 1 from events where tenant_id = ${platformTenantId} and name = 'application.received'
      and entity_id = ${who.id}`,
    )
    .toHaveLength(2);
  await Promise.all([desk.close(), owner.close()]);
});

test("a suspended business: its open stream ends, its pages say so, and all comes back when it is opened again", async ({
  browser,
  app,
  listen,
}) => {
  const who = await registered(app, "active");
  const cookie = await signInCookie(app.url, who.email, password);
  const admin = await signInCookie(app.url, boss);
  const stream = await listen(
    { tenantId: who.id, owner: { userId: "", sessionId: "", cookie } },
    { as: { userId: "", sessionId: "", cookie } },
  );
  const context = await signedIn(browser, app, who.email, password);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${who.id}`);
  await live(page);

  const began = performance.now();
  const decide = (decision: string, given: object = {}) =>
    post(app, `/api/admin/tenants/${who.id}/${decision}`, given, admin);
  expect((await decide("suspend")).status).toBe(422);
  const suspended = await decide("suspend", { reason: "Three customers were turned away" });
  expect([suspended.status, await suspended.json()]).toEqual([200, { status: "suspended" }]);
  await stream.until(({ closed }) => closed, limitMs);
  test.info().annotations.push({ type: "ms", description: `${Math.round(performance.now() - began)}` });
  expect((await fetch(streamUrl(app.url, who.id), { headers: { cookie } })).status).toBe(404);

  // The open page finds out by itself and says why.
  await expect(page.getByRole("heading", { name: `${who.businessName} is suspended` })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText("Three customers were turned away")).toBeVisible();
  await expect(async () => {
    const closed = await fetch(`${app.url}/api/public/${who.slug}`);
    expect((await closed.json()).code).toBe("not_open");
  }).toPass({ timeout: limitMs });

  const again = await decide("suspend", { reason: "Three customers were turned away" });
  expect([again.status, (await again.json()).title]).toEqual([409, "It is suspended."]);
  expect((await decide("approve")).status).toBe(409);
  expect((await decide("reactivate")).status).toBe(200);
  await page.goto(`${app.url}/dashboard/${who.id}`);
  await live(page);
  await context.close();
});

test("whoever owes the second factor that their business demands sees no preview of it and does not apply for it", async ({
  browser,
  app,
}) => {
  const who = await registered(app);
  const cookie = await signInCookie(app.url, who.email, password);
  const preview = async () => (await fetch(`${app.url}/book/${who.slug}`, { headers: { cookie } })).text();
  expect(await preview()).toContain("/times?");
  await app.sql`update tenants set second_factor_required = true where id = ${who.id}`;
  expect(await preview()).not.toContain("/times?");

  await app.sql`update tenants set status = 'rejected' where id = ${who.id}`;
  const context = await signedIn(browser, app, who.email, password);
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard`);
  await page.getByRole("button", { name: "Apply again" }).click();
  await expect(page.getByText("This business asks for a second factor.")).toBeVisible();
  expect(await tenantOf(app, who)).toMatchObject({ status: "rejected" });
  await context.close();
});

test("with the banner above, the rail still fits the window", async ({ browser, app }) => {
  const who = await registered(app);
  const context = await signedIn(browser, app, who.email, password);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${app.url}/dashboard/${who.id}`);
  await expect(page.getByText("Waiting for approval.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Narrow the rail" })).toBeInViewport({ ratio: 1 });
  await context.close();
});
