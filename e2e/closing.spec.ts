import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { bookByApi, newPhone } from "./support/api";
import { toasts, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };

test("an owner closes the business once nobody is to come: its pages and everybody's screens say so, and one click keeps it", async ({
  browser,
  app,
  house,
}) => {
  const wish = { ...house.wishes.next().value, name: "Njeri", phone: newPhone() };
  const booked = await bookByApi(app.url, house.slug, wish);
  expect(booked.status).toBe(201);
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const staff = await addMember(app.database, house.tenantId, "staff");
  const theirs = await (await withCookie(browser, app, staff.cookie)).newPage();
  await theirs.goto(base);
  const page = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await page.goto(`${base}/settings/data`);
  // A page that fails says so, with its number; it is there once what was wrong is put right, and nothing else is lost.
  await app.sql`revoke select on vouchers from clientpulse_app`;
  try {
    await page.reload();
    await expect(page.getByText("This page could not be shown")).toBeVisible(soon);
    await expect(page.getByText(/give us this number: \d+\./)).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
    await looksRight(page, "page-failed", { anew: true });
  } finally {
    await app.sql`grant select on vouchers to clientpulse_app`;
  }
  await page.setViewportSize({ width: 1_280, height: 900 });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Save everything" })).toBeVisible(soon);
  // Everything is taken along first. The browser saves it: leaving the page loses nothing.
  await app.sql`update sessions set proved_at = now() - interval '11 minutes' where user_id = ${house.owner.userId}`;
  const take = page.getByRole("button", { name: "Save everything" });
  await take.click();
  await page.getByRole("dialog", { name: "Is it you?" }).getByRole("button", { name: "Cancel" }).click();
  await expect(toasts(page).filter({ hasText: "Not saved" })).toContainText("Show first that it is you.", soon);
  await app.sql`update sessions set proved_at = now() where user_id = ${house.owner.userId}`;
  const coming = page.waitForEvent("download");
  await take.click();
  const file = await coming;
  await page.goto(base);
  expect(file.suggestedFilename()).toMatch(/^[\w-]+\.clientpulse\.gz$/);
  const lines = gunzipSync(await readFile(await file.path()))
    .toString()
    .trimEnd()
    .split("\n");
  expect(JSON.parse(lines[0]!)).toMatchObject({ tenantId: house.tenantId });
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({ end: { bookings: 1 } });
  await page.goto(`${base}/settings/data`);
  const section = page.getByRole("region", { name: "Close the business" });
  await expect(section.getByRole("link", { name: "A booking is still to come" })).toBeVisible(soon);
  // It is done without the page.
  const begun = page.waitForResponse(
    (answer) => answer.request().method() === "POST" && answer.url().endsWith("/settings/data"),
  );
  await section.getByRole("button", { name: "Cancel it and tell the customer" }).click();
  await begun;
  await page.goto(base);
  await expect
    .poll(async () => {
      const [{ n } = { n: 0 }] = await app.sql`select count(*)::int as n from bookings
        where tenant_id = ${house.tenantId} and status = 'cancelled'`;
      return n;
    }, soon)
    .toBe(1);
  await page.goto(`${base}/settings/data`);
  const typed = section.getByLabel("Type the name of the business");
  await typed.fill("Somebody else");
  await app.sql`update sessions set proved_at = now() - interval '11 minutes' where user_id = ${house.owner.userId}`;
  const close = section.getByRole("button", { name: "Close the business" });
  await close.click();
  await page.getByRole("dialog", { name: "Is it you?" }).getByRole("button", { name: "Cancel" }).click();
  await app.sql`update sessions set proved_at = now() where user_id = ${house.owner.userId}`;
  await close.click();
  await expect(section.getByText("Name is not what the business is called")).toBeVisible(soon);
  await looksRight(page, "closing");
  await typed.fill("Test House");
  await close.click();

  const banner = page.getByRole("complementary", { name: "Being closed" });
  await expect(banner).toContainText("everything in it is deleted for good", soon);
  await expect(theirs.getByRole("complementary", { name: "Being closed" })).toContainText(
    "Its owner can still keep it",
    soon,
  );
  const publicPage = await (await browser.newContext()).newPage();
  const look = () => publicPage.goto(`${app.url}/book/${house.slug}`);
  await expect(async () => {
    await look();
    await expect(publicPage.getByRole("heading", { name: "Closed for good" })).toBeVisible({ timeout: 1_000 });
  }).toPass(soon);
  await banner.getByRole("button", { name: "Keep the business" }).click();
  await expect(banner).toBeHidden(soon);
  await expect(theirs.getByRole("complementary", { name: "Being closed" })).toBeHidden(soon);
  await expect(async () => {
    await look();
    await expect(publicPage.getByRole("heading", { name: "Closed for good" })).toBeHidden({ timeout: 1_000 });
  }).toPass(soon);
});
