import { live, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };

test("a house says who it is, moves to another address and takes another colour; its pages follow", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  await book(house, { name: "Wanjiru Kamau" });
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  const guest = await (await browser.newContext()).newPage();
  await page.goto(`${app.url}/dashboard/${house.tenantId}/settings`);
  await page.getByRole("link", { name: "Business", exact: true }).click();
  const form = page.getByRole("form", { name: "Business" });
  await form.getByLabel("About you", { exact: true }).fill("We braid by the river.");
  await form.getByLabel("About you in Swahili").fill("Tunasuka kando ya mto.");
  await form.getByLabel("Street or area").fill("Moi Avenue, first floor");
  await form.getByLabel("Link to a map").fill("javascript:alert(1)");
  await form.getByLabel("WhatsApp").fill("0733 000 111");
  await form.getByRole("button", { name: "Save the business" }).click();
  await expect(form.getByText("Link to a map is not a link that begins with https://.")).toBeVisible(soon);
  await form.getByLabel("Link to a map").fill("https://maps.app.goo.gl/abc");
  await form.getByRole("button", { name: "Save the business" }).click();
  await expect(form.getByText("Saved.")).toBeVisible(soon);
  // Somebody is booked: their time is one of this zone.
  await expect(form.getByLabel("Time zone")).toBeDisabled();
  await expect(form.getByText("Cannot change while a booking is to come")).toBeVisible();
  await expect(async () => {
    await guest.goto(`${app.url}/book/${house.slug}`);
    await expect(guest.getByText("We braid by the river.")).toBeVisible({ timeout: 500 });
  }).toPass(soon);
  await expect(guest.getByRole("link", { name: /Moi Avenue/ })).toHaveAttribute("href", "https://maps.app.goo.gl/abc");
  await expect(guest.getByRole("link", { name: "WhatsApp" })).toHaveAttribute("href", "https://wa.me/254733000111");
  await guest.getByRole("button", { name: "Kiswahili" }).click();
  await expect(guest.getByText("Tunasuka kando ya mto.")).toBeVisible(soon);
  await guest.getByRole("button", { name: "English" }).click();

  const fresh = `river-${house.slug.slice(-12)}`;
  await live(page);
  await form.getByLabel("Booking address").fill("Mama's");
  await expect(form.getByText(/The address of now goes on leading to you/)).toBeVisible();
  await form.getByRole("button", { name: "Save the business" }).click();
  await expect(form.getByText(/Booking address is made of small letters/)).toBeVisible(soon);
  await form.getByLabel("Booking address").fill(fresh);
  await form.getByLabel("Name", { exact: true }).fill("River Braids");
  await form.getByRole("button", { name: "Save the business" }).click();
  await expect(form.getByText("Saved.")).toBeVisible(soon);
  await looksRight(page, "settings-business", { anew: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  // The frame of the app goes along.
  const rail = page.getByRole("navigation", { name: "Main" });
  await expect(rail.getByRole("link", { name: "Booking page" })).toHaveAttribute("href", `/book/${fresh}`, soon);
  await expect(async () => {
    await guest.goto(`${app.url}/book/${house.slug}/times?service=${house.serviceIds[0]}`);
    expect(guest.url()).toBe(`${app.url}/book/${fresh}/times?service=${house.serviceIds[0]}`);
  }).toPass(soon);
  await expect(guest.getByText("River Braids").first()).toBeVisible();
  await guest.goto(`${app.url}/portal/${house.slug}/sign-in`);
  expect(guest.url()).toBe(`${app.url}/portal/${fresh}/sign-in`);

  await page.getByRole("link", { name: "Branding" }).click();
  const colours = page.getByRole("form", { name: "Colour" });
  await colours.getByRole("textbox", { name: "Colour", exact: true }).fill("#ffff00");
  await expect(colours.getByText("Too pale for a white page.")).toBeVisible(soon);
  await colours.getByRole("button", { name: "Save the colour" }).click();
  await expect(colours.getByText("Saved.")).toBeVisible(soon);
  await looksRight(page, "settings-branding", { anew: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  // As awful as it is: bent until it reads, by day and in the dark.
  const colour = () => guest.locator("[style*='--accent']").first().getAttribute("style");
  await expect(async () => {
    await guest.goto(`${app.url}/book/${fresh}`);
    expect(await colour()).toContain("oklab");
  }).toPass(soon);
  await looksRight(guest, "book-in-yellow-light", { anew: true });
  await looksRight(guest, "book-in-yellow-in-the-dark", { anew: true });
  await colours.getByRole("button", { name: /^Take #/ }).click();
  await expect(colours.getByText(/On white 4\.\d to 1: reads well/)).toBeVisible();

  await page.getByRole("link", { name: "Share", exact: true }).click();
  await expect(page.getByText(`/book/${fresh}`).first()).toBeVisible(soon);
  await page.getByLabel("In which language").selectOption("sw");
  await expect(page.getByText(/Sasa unaweza kuweka nafasi River Braids/)).toBeVisible();
  await expect(page.getByRole("article", { name: "Poster" })).toContainText("Skani uweke nafasi");
  // Printed, the poster is all there is.
  await page.emulateMedia({ media: "print" });
  const code = page.getByRole("article", { name: "Poster" }).getByRole("img", { name: /^QR code of / });
  await expect(code).toBeVisible();
  expect(
    await code.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }),
  ).toBe(true);
  await expect(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0);
  const { width: paper } = (await page.getByRole("article", { name: "Poster" }).boundingBox())!;
  expect(paper).toBe(page.viewportSize()!.width);
  await page.emulateMedia({ media: "screen" });
  const sheet = await page.getByRole("link", { name: "A5 as PDF" }).getAttribute("href");
  const file = await context.request.get(app.url + sheet);
  expect([file.status(), file.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await looksRight(page, "settings-share", { anew: true });

  // Rules are seen as customers would see them before anybody saves them.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("link", { name: "Booking rules" }).click();
  const seen = page.getByRole("status", { name: "What customers would see" });
  await expect(seen).toContainText("The next free times for Cut", soon);
  await page.getByLabel("Minutes between times").fill("240");
  await expect(seen.getByRole("listitem").first()).toHaveText(/: (\d\d:\d\d, ){0,2}\d\d:\d\d$/, soon);
  await expect(seen).toContainText(/River Braids expects you for Cut, /);
  const [kept] = await app.sql`select policy from tenants where id = ${house.tenantId}`;
  expect(kept!.policy.stepMinutes).toBe(30);

  // The desk reads it and changes nothing.
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  const counter = await (await withCookie(browser, app, desk.cookie)).newPage();
  await counter.goto(`${app.url}/dashboard/${house.tenantId}/settings/business`);
  await expect(counter.getByLabel("Name", { exact: true })).toBeDisabled(soon);
  await expect(counter.getByRole("button", { name: "Save the business" })).toHaveCount(0);
  await Promise.all([context.close(), guest.context().close(), counter.context().close()]);
});
