import type { Page } from "@playwright/test";
import sharp from "sharp";
import { live, withCookie } from "./support/dashboard";
import { holdsUp } from "./support/held-up";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };
const onPhone = { viewport: { width: 360, height: 740 } };

/** As a phone's camera has it. */
const photo = async (name: string, background: string, width = 900, height = 1_200) => ({
  name,
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer(),
});
const isSeen = (page: Page, name: string | RegExp) =>
  page.getByRole("img", { name }).evaluate((one) => (one as HTMLImageElement).naturalWidth > 0);
const order = (page: Page) =>
  page
    .getByRole("list", { name: "Pictures" })
    .locator("li a")
    .evaluateAll((all) => all.map((one) => one.textContent));

test("pictures are added several at once from a phone, told apart, put in order, and shown to whom they are for", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const other = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await other.goto(`${base}/gallery`);
  await live(other);
  await expect(other.getByText("No pictures yet")).toBeVisible(soon);
  await looksRight(other, "gallery-empty", { anew: true });
  await other.setViewportSize({ width: 1_280, height: 800 });

  const page = await (await withCookie(browser, app, house.owner.cookie, onPhone)).newPage();
  await page.goto(base);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Gallery" }).click();
  await page.waitForURL("**/gallery");
  const files = [
    await photo("one.jpg", "#2b1b14"),
    { name: "two.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture at all") },
    await photo("three.jpg", "#a83256", 1_200, 900),
    { name: "four.gif", mimeType: "image/gif", buffer: Buffer.from("GIF89a") },
  ];
  await page.locator("input[type=file]").setInputFiles(files);
  await expect(page.getByText("2 of 4 added, 2 did not go through")).toBeVisible(soon);
  await expect(page.getByText("Only pictures as JPEG, PNG or WebP can be used.")).toBeVisible();
  await looksRight(page, "gallery-uploads");
  await page.setViewportSize(onPhone.viewport);
  await page.getByRole("button", { name: "Forget two.jpg" }).click();
  await page.getByRole("button", { name: "Forget four.gif" }).click();
  // The other screen has them without being loaded again.
  await expect(other.locator("[data-picture]")).toHaveCount(2, soon);

  // What is said of one.
  const sheet = page.getByRole("dialog");
  await page.locator("[data-picture] a").first().click();
  await sheet.getByLabel("Title").fill("Skin fade");
  await sheet.getByLabel("Whose work").selectOption({ label: "Staff 1" });
  await sheet.getByLabel("Which service").selectOption({ label: "Cut" });
  await sheet.getByRole("button", { name: "Save" }).click();
  await expect(sheet.getByText("Saved.")).toBeVisible(soon);
  await looksRight(page, "gallery-picture");
  await page.setViewportSize(onPhone.viewport);
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(other.getByText("Skin fade")).toBeVisible(soon);

  // Another one for the house alone; by the buttons to the front, and by dragging back.
  await page.getByLabel("Show new pictures to everybody at once").click();
  await page.locator("input[type=file]").setInputFiles([await photo("inside.jpg", "#1e5f4e")]);
  await expect(page.getByText("House only")).toBeVisible(soon);
  await page.locator("[data-picture] a").first().click();
  await sheet.getByLabel("Title").fill("Trial");
  await sheet.getByRole("button", { name: "Save" }).click();
  await expect(sheet.getByText("Saved.")).toBeVisible(soon);
  await sheet.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: /^Move Skin fade.* forward$/ }).click();
  await expect
    .poll(() => order(page), soon)
    .toEqual([
      expect.stringContaining("Skin fade"),
      expect.stringContaining("Trial"),
      expect.stringContaining("No title yet"),
    ]);
  await expect.poll(() => order(other), soon).toEqual(await order(page));
  await other.locator("[data-picture]").last().dragTo(other.locator("[data-picture]").first());
  await expect
    .poll(() => order(page), soon)
    .toEqual([
      expect.stringContaining("No title yet"),
      expect.stringContaining("Skin fade"),
      expect.stringContaining("Trial"),
    ]);
  await looksRight(other, "gallery", { anew: true });
  await other.setViewportSize({ width: 1_280, height: 800 });

  // On the booking page, before any script runs: what is for everybody, and the way from it to a time.
  const guest = await (await browser.newContext({ ...onPhone, javaScriptEnabled: false })).newPage();
  await guest.goto(`${app.url}/book/${house.slug}`);
  const strip = guest.getByRole("region", { name: "Our work" });
  await expect(strip.getByRole("img")).toHaveCount(2);
  await strip.getByRole("img", { name: /Skin fade/ }).click();
  await guest.waitForURL("**/gallery?picture=*");
  await expect
    .poll(() => isSeen(guest, "Skin fade · Cut · by Staff 1").catch(() => false), soon)
    .toBe(true)
    .catch(() => {});
  await expect(guest.getByRole("figure")).toContainText("Skin fade · Cut · by Staff 1");
  await guest.getByRole("link", { name: "Book Cut" }).click();
  await guest.waitForURL("**/times?service=*");
  const visitor = await (await browser.newContext(onPhone)).newPage();
  await visitor.goto(`${app.url}/book/${house.slug}/gallery`);
  await looksRight(visitor, "book-gallery", { anew: true });
  await visitor
    .getByRole("main")
    .getByRole("link", { name: /Skin fade/ })
    .click();
  await visitor.waitForURL("**/gallery?picture=*");
  await expect(visitor.getByRole("figure").getByRole("img")).toBeVisible();
  await looksRight(visitor, "book-picture", { anew: true });

  // Put away, and that taken back; then away for good.
  const id = await page.locator("[data-picture]", { hasText: "Skin fade" }).getAttribute("data-picture");
  const asked = (address: string, cookie = "") => fetch(app.url + address, { headers: { cookie } });
  const publicly = `/api/public/${house.slug}/gallery/${id}/picture?size=small`;
  const inside = `/api/dashboard/${house.tenantId}/gallery/${id}/picture`;
  const shown = await asked(publicly);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, max-age=604800, immutable",
    "x-content-type-options": "nosniff",
  });
  await page.locator(`[data-picture="${id}"] a`).click();
  await sheet.getByRole("button", { name: "Put away" }).click();
  await expect(page.getByText("The picture is put away")).toBeVisible(soon);
  expect([(await asked(publicly)).status, (await asked(inside, house.owner.cookie)).status]).toEqual([404, 404]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(`[data-picture="${id}"]`)).toBeVisible(soon);
  expect([(await asked(publicly)).status, (await asked(inside, house.owner.cookie)).status]).toEqual([200, 200]);
  await page.locator(`[data-picture="${id}"] a`).click();
  await sheet.getByRole("button", { name: "Put away" }).click();
  await page.getByText("Put away (1)").click();
  await page.getByRole("button", { name: /^Delete Skin fade/ }).click();
  await page.getByRole("button", { name: /^Delete Skin fade/ }).click();
  await expect(page.getByText("It is gone for good")).toBeVisible(soon);
  expect(await app.sql`select id from gallery_pictures where id = ${id}`).toHaveLength(0);
  for (const one of [page, other, guest, visitor]) await one.context().close();
});

test("the desk and staff look, and add nothing; what is for the house alone they see", async ({
  browser,
  app,
  house,
}) => {
  const send = (cookie: string, body: BodyInit) =>
    fetch(`${app.url}/api/dashboard/${house.tenantId}/gallery`, {
      method: "POST",
      headers: { cookie, origin: app.url },
      body,
    });
  const { buffer } = await photo("one.jpg", "#2b1b14");
  const { id } = await (await send(house.owner.cookie, new Uint8Array(buffer))).json();
  for (const role of ["front_desk", "staff"] as const) {
    const member = await addMember(app.database, house.tenantId, role);
    const page = await (await withCookie(browser, app, member.cookie)).newPage();
    await page.goto(`${app.url}/dashboard/${house.tenantId}/gallery`);
    await page.locator(`[data-picture="${id}"] a`).click();
    await expect(page.getByRole("dialog").getByText("Only the house sees it")).toBeVisible(soon);
    await expect.poll(() => isSeen(page, "A picture of your work"), soon).toBe(true);
    for (const name of ["Add pictures", "Put away", "Save"])
      await expect(page.getByRole("button", { name })).toHaveCount(0);
    expect((await send(member.cookie, new Uint8Array(buffer))).status).toBe(403);
    await page.context().close();
  }
  const guest = await fetch(`${app.url}/api/public/${house.slug}/gallery/${id}/picture`);
  expect(guest.status).toBe(404);
});

test("a logo stands before the name wherever customers look, and the initials once it is removed", async ({
  browser,
  app,
  house,
}) => {
  const page = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  const guest = await (await browser.newContext(onPhone)).newPage();
  const sign = guest.getByRole("banner").locator("img");
  await page.goto(`${app.url}/dashboard/${house.tenantId}/settings`);
  await page.getByRole("link", { name: "Branding" }).click();
  await page.waitForURL("**/settings/branding");
  // The server takes its time: how far it is, is seen and told.
  const go = await holdsUp(page, "**/settings/logo");
  await page.locator("input[type=file]").setInputFiles([await photo("logo.jpg", "#0f766e", 600, 600)]);
  await expect(page.getByRole("status").filter({ hasText: /^(Sending|Almost there)$/ })).toBeVisible(soon);
  await expect(page.getByRole("progressbar", { name: "Logo" })).toBeVisible();
  go();
  await expect(page.getByText("Your logo is saved.")).toBeVisible(soon);
  await expect(page.getByRole("progressbar", { name: "Logo" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Change logo" })).toBeVisible(soon);
  await looksRight(page, "settings-logo", { anew: true });
  for (const path of [`/book/${house.slug}`, `/book/${house.slug}/gallery`, `/portal/${house.slug}/sign-in`]) {
    // A public page may be a second old.
    await expect(async () => {
      await guest.goto(app.url + path);
      expect(await sign.count()).toBe(1);
    }).toPass(soon);
    await expect.poll(() => sign.evaluate((one) => (one as HTMLImageElement).naturalWidth), soon).toBe(256);
  }
  await page.getByRole("button", { name: "Remove logo" }).click();
  await expect(page.getByText("Your logo is removed.")).toBeVisible(soon);
  await expect(async () => {
    await guest.goto(`${app.url}/book/${house.slug}`);
    expect(await sign.count()).toBe(0);
  }).toPass(soon);
  const deeds =
    await app.sql`select action from audit_entries where tenant_id = ${house.tenantId} and action = 'logo.changed'`;
  expect(deeds).toHaveLength(2);
  for (const one of [page, guest]) await one.context().close();
});
