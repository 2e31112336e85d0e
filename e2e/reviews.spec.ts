import type { Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { newId } from "@/lib/platform/ids";
import { paidVisit } from "@/lib/reviews/testing/paid-visit";
import { boss } from "./support/applicants";
import { live, signedIn, toasts, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { enter } from "./support/portal";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const onPhone = { viewport: { width: 360, height: 740 } };
const sheet = (page: Page) => page.getByRole("dialog");

/** The link that goes out when the hour of asking has come. */
async function askedLink(app: App, { tenantId }: House, visitId: string, customerId: string): Promise<string> {
  await app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${tenantId}`;
  await app.sql`insert into review_requests (tenant_id, visit_id, customer_id) values (${tenantId}, ${visitId}, ${customerId})`;
  await app.sql`insert into due (tenant_id, id, kind, due_at, payload)
    values (${tenantId}, ${newId()}, 'ask_for_review', now(), ${app.sql.json({ visitId })})`;
  const body = async () => {
    const [row] = await app.sql`select body from messages where tenant_id = ${tenantId} and customer_id = ${customerId}
      and template = 'review-request'`;
    return (row?.body as string) ?? "";
  };
  await expect.poll(body, { timeout: 20_000 }).toContain("/v/");
  return `${app.url}/v/${(await body()).split("/v/")[1]}`;
}

test("one tap on a star from the link is kept, in Swahili; the house hears of it at once, and answers in public", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const { visitId, customerId } = await paidVisit(app.sql, house, { name: "Zawadi Mwende", language: "sw" });
  const link = await askedLink(app, house, visitId, customerId);
  expect(link).not.toContain(visitId);
  const desk = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  const reviews = `${app.url}/dashboard/${house.tenantId}/reviews`;
  await desk.goto(reviews);
  await live(desk);
  await expect(desk.getByText("No reviews yet")).toBeVisible(soon);

  const page = await (await browser.newContext(onPhone)).newPage();
  await page.goto(`${link}?s=5`);
  await expect(page.getByRole("heading", { name: /Ulionaje/ })).toBeVisible();
  // Looking at it keeps nothing, whatever the message's link had chosen.
  expect(await app.sql`select 1 from reviews where tenant_id = ${house.tenantId}`).toHaveLength(0);
  await page.getByRole("button", { name: "Nyota 4 kati ya 5", exact: true }).click();
  await expect(page.getByText("Asante. Tumeihifadhi.")).toBeVisible(soon);
  await expect(toasts(desk)).toContainText("New review: 4 stars", soon);
  await expect(desk.getByRole("list", { name: "Reviews" })).toContainText("Zawadi Mwende", soon);
  await page.getByLabel("Ungependa kusema zaidi?").fill("Wamenisuka vizuri");
  await page.getByLabel("Kila mtu, kwa jina Zawadi M.").check();
  await page.getByRole("button", { name: "Hifadhi" }).click();
  await expect(page.getByText("Imehifadhiwa.")).toBeVisible(soon);
  await page.reload();
  await looksRight(page, "review-link", { anew: true });

  await expect(desk.getByRole("list", { name: "Reviews" })).toContainText("Wamenisuka vizuri", soon);
  await looksRight(desk, "reviews", { anew: true });
  await desk.setViewportSize({ width: 1_280, height: 800 });
  await desk.getByRole("link", { name: /Wamenisuka/ }).click();
  await sheet(desk).getByRole("button", { name: "Answer" }).click();
  await sheet(desk).getByLabel("Your answer").fill("Karibu tena!");
  await sheet(desk).getByRole("button", { name: "Save" }).click();
  await expect(sheet(desk).getByText("Karibu tena!")).toBeVisible(soon);
  await looksRight(desk, "review", { anew: true });

  await page.setViewportSize(onPhone.viewport);
  await page.goto(`${app.url}/book/${house.slug}`);
  await page.getByRole("link", { name: /4\.0 · 1 review/ }).click();
  await expect(page.getByText("Karibu tena!")).toBeVisible(soon);
  await expect(page.getByText("Zawadi M.", { exact: true })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Mwende");
  await looksRight(page, "book-reviews", { anew: true });

  // Its words are hidden as abuse: the stars stay, and the page says so.
  await desk.setViewportSize({ width: 1_280, height: 800 });
  await sheet(desk).getByRole("button", { name: "Hide for abuse" }).click();
  await sheet(desk).getByLabel("Why it is abuse").fill("Names a colleague");
  await sheet(desk).getByRole("button", { name: "Hide its words" }).click();
  await expect(sheet(desk).getByText(/Its words are hidden/)).toBeVisible(soon);
  const open = await (await fetch(`${app.url}/api/public/${house.slug}/reviews`)).json();
  expect(open).toMatchObject({
    count: 1,
    average: 4,
    reviews: [{ by: "Zawadi M.", words: "", hidden: true, rating: 4 }],
  });
  await page.goto(link);
  await expect(page.getByText("Karibu tena!")).toBeVisible();
  await Promise.all([desk, page].map((one) => one.context().close()));
});

test("a star is tapped without JavaScript; whoever leads the house takes all as a file that runs no formula", async ({
  browser,
  app,
  house,
}) => {
  const { visitId, customerId } = await paidVisit(app.sql, house);
  const link = await askedLink(app, house, visitId, customerId);
  const page = await (await browser.newContext({ ...onPhone, javaScriptEnabled: false })).newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "2 stars of 5", exact: true }).click();
  await expect(page.getByText("Thank you. It is kept.")).toBeVisible(soon);
  await page.getByLabel("Would you say more?").fill('=HYPERLINK("http://bad")');
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible(soon);
  await page.context().close();
  const file = async (cookie: string) =>
    fetch(`${app.url}/api/dashboard/${house.tenantId}/reviews/export`, { headers: { cookie } });
  const own = await file(house.owner.cookie);
  expect(await own.text()).toContain(`,2,"'=HYPERLINK(""http://bad"")"`);
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  expect((await file(desk.cookie)).status).toBe(403);
});

test("in the portal somebody tells of their past visits, and whoever serves reads what was said of their own work", async ({
  browser,
  app,
  house,
}) => {
  const { phone, customerId } = await paidVisit(app.sql, house, { name: "Achieng Otieno", ago: 3 });
  await paidVisit(app.sql, house, { customerId, ago: 9, staffId: house.staffIds[1]! });
  const page = await (await browser.newContext(onPhone)).newPage();
  await enter(page, app, house.slug, phone!);
  await page.getByRole("link", { name: "Reviews" }).click();
  await page.waitForURL("**/reviews");
  const first = page
    .getByRole("listitem")
    .filter({ has: page.locator("details, form, [role=img]") })
    .first();
  await first.getByText("Say how it was").click();
  await first.getByRole("button", { name: "5 stars of 5" }).click();
  await expect(first.getByText("Thank you. It is kept.")).toBeVisible(soon);
  await page.reload();
  await expect(first.getByRole("img", { name: "5 stars of 5" })).toBeVisible(soon);
  await looksRight(page, "portal-reviews", { anew: true });
  const [mine, other] = house.staffIds as [string, string];
  const seenBy = async (staffId: string) => {
    const { cookie } = await addMember(app.database, house.tenantId, "staff", staffId);
    const answer = await fetch(`${app.url}/api/dashboard/${house.tenantId}/reviews`, { headers: { cookie } });
    return (await answer.json()).reviews.length as number;
  };
  expect([await seenBy(mine), await seenBy(other)]).toEqual([1, 0]);
  await page.context().close();
});

test("an owner reviews the platform; it is on the front page once the platform says so", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const words = `Runs our day ${newId().slice(-6)}`;
  const owner = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await owner.goto(`${app.url}/dashboard/${house.tenantId}/settings/plan`);
  const form = owner.getByRole("form", { name: "What you say of ClientPulse" });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText(/say something/i)).toBeVisible(soon);
  await form.getByLabel("Stars").selectOption("5");
  await form.getByLabel("In your words").fill(words);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(owner.getByText("We look at it before it is on our front page.")).toBeVisible(soon);
  await looksRight(owner, "testimonial", { anew: true });
  expect(await (await fetch(app.url)).text()).not.toContain(words);

  const admin = await (await signedIn(browser, app, boss)).newPage();
  await admin.goto(`${app.url}/admin/reviews`);
  const row = admin.getByRole("listitem").filter({ hasText: words });
  await row.getByRole("button", { name: "Show it", exact: true }).click();
  await expect(row.getByText(/on the front page/)).toBeVisible(soon);
  await looksRight(admin, "admin-reviews", { anew: true });
  expect(await (await fetch(app.url)).text()).toContain(words);
  await admin.setViewportSize({ width: 1_280, height: 800 });
  await row.getByRole("button", { name: "Take it off the page" }).click();
  await expect(row.getByText(/not shown/)).toBeVisible(soon);
  expect(await (await fetch(app.url)).text()).not.toContain(words);
  await Promise.all([owner, admin].map((one) => one.context().close()));
});
