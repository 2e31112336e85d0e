import type { Page } from "@playwright/test";
import { drawn, type Rgb } from "@/db/seed/png";
import { noonZone } from "@/db/testing/noon";
import { cameraWords } from "@/lib/auth/testing/jpeg";
import { localDate } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";
import { withCookie } from "./support/dashboard";
import { holdsUp } from "./support/held-up";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const soon = { timeout: 10_000 };
const sheet = (page: Page) => page.getByRole("dialog");
const phone = { width: 360, height: 740 };
const paper: Rgb = [250, 248, 243];
const slip = { name: "slip.png", mimeType: "image/png", buffer: drawn(() => paper) };

test("milk is paid from the drawer with a photo of its slip, on a phone; the drawer and the other screen follow", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  await app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${house.tenantId}`;
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const owner = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await owner.goto(`${base}/expenses`);
  await expect(owner.getByText("Nothing spent in this month")).toBeVisible(soon);
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  const page = await (await withCookie(browser, app, desk.cookie, { viewport: phone })).newPage();
  await page.goto(base);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Expenses" }).click();
  await page.waitForURL("**/expenses");
  await page.getByRole("link", { name: "Add" }).click();
  const form = page.getByRole("form", { name: "Expense" });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText(/^What it was for|Say what it was for/i).first()).toBeVisible(soon);
  await form.getByLabel("Amount in KES").fill("350");
  await form.getByLabel("What for").fill("Milk and tea");
  await form.getByLabel("Photo of the slip").setInputFiles({ ...slip, buffer: Buffer.from("no picture") });
  await expect(form.getByText("That is not a picture we can use.", { exact: false })).toBeVisible();
  await form.getByLabel("Photo of the slip").setInputFiles(slip);
  await expect(form.getByText("A slip goes with it.")).toBeVisible(soon);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("The cash drawer is closed.", { exact: false })).toBeVisible(soon);
  await looksRight(page, "expense-new");
  await page.setViewportSize(phone);
  await app.sql`insert into drawer_sessions (tenant_id, id, float_minor, currency, opened_at)
    values (${house.tenantId}, gen_random_uuid(), 0, 'KES', now())`;
  const go = await holdsUp(page, "**/photo");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("progressbar", { name: "Slip" })).toBeVisible(soon);
  go();
  await expect(page.getByRole("list", { name: "Expenses" })).toContainText("Milk and tea", soon);
  await expect(page.getByRole("img", { name: "with a slip" })).toBeVisible(soon);
  await expect(owner.getByRole("list", { name: "Expenses" })).toContainText("Milk and tea", soon);
  await page.reload();
  await page.getByRole("link", { name: /Milk and tea/ }).click();
  const shown = sheet(page).getByRole("img", { name: "Slip: Milk and tea" });
  await expect(shown).toBeVisible(soon);
  await expect.poll(() => shown.evaluate((one) => (one as HTMLImageElement).naturalWidth), soon).toBeGreaterThan(0);
  await expect(sheet(page).getByRole("button", { name: "Make it void" })).toHaveCount(0);
  await page.goto(`${base}/till`);
  await expect(page.getByRole("list", { name: "Put in and taken out" })).toContainText("Supplies: Milk and tea", soon);

  // The owner sees all of it, whatever else there is; staff see none.
  await owner.getByRole("link", { name: "Add" }).click();
  const rent = owner.getByRole("form", { name: "Expense" });
  await rent.getByLabel("Amount in KES").fill("45000");
  await rent.getByLabel("Category").selectOption("rent");
  await rent.getByLabel("What for").fill("Shop");
  await rent.getByText("More: another day, every month").click();
  await rent.getByLabel("Comes again").selectOption("month");
  await rent.getByLabel("Comes for the last time by").fill("2026-01-31");
  await rent.getByRole("button", { name: "Save" }).click();
  await expect(rent.getByText(/is before it would come again/)).toBeVisible(soon);
  await rent.getByLabel("Comes for the last time by").fill("2031-01-31");
  await rent.getByRole("button", { name: "Save" }).click();
  await expect(owner.getByText("KES 45,350")).toBeVisible(soon);
  await expect(owner.getByRole("region", { name: "Comes again" })).toContainText(/every month until .*31 Jan/, soon);
  await looksRight(owner, "expenses", { anew: true });
  await owner.setViewportSize({ width: 1_280, height: 800 });
  await owner.getByRole("link", { name: /Milk and tea/ }).click();
  await sheet(owner).getByRole("button", { name: "Make it void" }).click();
  await sheet(owner).getByLabel("Why").fill("Paid by the owner");
  await sheet(owner).getByRole("button", { name: "Make it void" }).click();
  await expect(sheet(owner).getByText(/Void since/)).toBeVisible(soon);
  await looksRight(owner, "expense", { anew: true });
  const file = await owner.request.get(`${app.url}/api/dashboard/${house.tenantId}/expenses/export`);
  expect(await file.text()).toMatch(/Supplies,Milk and tea,350\.00,KES,drawer,.*Paid by the owner/);
  await owner.keyboard.press("Escape");
  await owner.getByRole("list", { name: "By category" }).getByRole("link", { name: /Rent/ }).click();
  const only = owner.getByRole("link", { name: "Only these as a file" });
  await expect(only).toBeVisible(soon);
  const these = await owner.request.get(new URL((await only.getAttribute("href"))!, app.url).href);
  expect(await these.text()).toMatch(/Rent,Shop,45000\.00/);
  expect(await these.text()).not.toContain("Milk");
  const staff = await addMember(app.database, house.tenantId, "staff", house.staffIds[0]!);
  const theirs = await (await withCookie(browser, app, staff.cookie)).newPage();
  expect((await theirs.goto(`${base}/expenses`))!.status()).toBe(404);
  await Promise.all([owner, page, theirs].map((one) => one.context().close()));
});

test("a slip straight from a camera is shown the right way up, and does not tell where it was taken", async ({
  browser,
  app,
  house,
}) => {
  const [id, today] = [newId(), localDate(new Date(), "Africa/Nairobi")];
  await app.sql`insert into expenses (tenant_id, id, category, amount_minor, currency, description, day, paid_from)
    values (${house.tenantId}, ${id}, 'supplies', 5000, 'KES', 'Foils', ${today}, 'elsewhere')`;
  const page = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/expenses?expense=${id}`);
  const plain = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 60, height: 20 });
    canvas.getContext("2d")!.fillRect(0, 0, 30, 20);
    return canvas.toDataURL("image/jpeg").split(",")[1]!;
  });
  const drawnBytes = Buffer.from(plain, "base64");
  // Held on its side, 17 minutes south.
  const sent = Buffer.concat([drawnBytes.subarray(0, 2), cameraWords(), drawnBytes.subarray(2)]);
  const address = `${app.url}/api/dashboard/${house.tenantId}/expenses/${id}/photo`;
  const put = await page.request.put(address, { data: sent, headers: { origin: app.url } });
  expect(put.status(), await put.text()).toBe(200);
  const kept = await (await page.request.get(address)).body();
  expect([sent.includes("Wanjiru"), kept.includes("Wanjiru"), kept.includes("II*")]).toEqual([true, false, false]);
  await page.reload();
  const shown = sheet(page).getByRole("img", { name: "Slip: Foils" });
  await expect(shown).toBeVisible(soon);
  const size = () =>
    shown.evaluate((one) => [(one as HTMLImageElement).naturalWidth, (one as HTMLImageElement).naturalHeight]);
  await expect.poll(size, soon).toEqual([20, 60]);
  await page.context().close();
});
