import type { Page } from "@playwright/test";
import { noonZone } from "@/db/testing/noon";
import { newId } from "@/lib/platform/ids";
import { paidVisit } from "@/lib/reviews/testing/paid-visit";
import { atHour, newPhone } from "./support/api";
import { withCookie } from "./support/dashboard";
import { looksRight } from "./support/looks";
import { codeFor, enter } from "./support/portal";
import { expect, type House, test } from "./support/realtime";
import type { App } from "./support/test";

const soon = { timeout: 15_000 };
const onPhone = { viewport: { width: 360, height: 740 } };
const html = (page: Page) => page.locator("html");
const inSwahili = (page: Page) => page.getByRole("button", { name: "Kiswahili", exact: true });
const inEnglish = (page: Page) => page.getByRole("button", { name: "English", exact: true });

async function looks(page: Page, name: string) {
  await looksRight(page, name);
  await page.setViewportSize(onPhone.viewport);
}

const written = async (app: App, house: House, phone: string) => {
  const [row] = await app.sql<{ language: string; body: string | null }[]>`select c.language,
      (select m.body from messages m where m.tenant_id = c.tenant_id and m.customer_id = c.id and m.template = 'booking-placed') as body
    from customers c where c.tenant_id = ${house.tenantId} and c.phone = ${phone}`;
  return row;
};

test("a visit is booked in Swahili from start to confirmation, and the house writes in it", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const page = await (await browser.newContext(onPhone)).newPage();
  await page.goto(`${app.url}/book/${house.slug}`);
  await expect(html(page)).toHaveAttribute("lang", "en");
  await inSwahili(page).click();
  await expect(page.getByRole("heading", { name: "Ungependa nini?" })).toBeVisible(soon);
  await expect(html(page)).toHaveAttribute("lang", "sw");
  await expect(inSwahili(page)).toHaveAttribute("aria-pressed", "true");
  await looks(page, "sw-services");
  await page.getByRole("link", { name: /^Cut/ }).click();
  await page.waitForURL("**/times?**");
  await expect(page).toHaveTitle(/^Chagua muda/);
  // Today's next one may begin before this has come to its end.
  await page.goto(`${page.url()}&day=${atHour(1, 8).slice(0, 10)}`);
  await expect(page.getByText(/Asubuhi|Mchana|Jioni/).first()).toBeVisible(soon);
  await looks(page, "sw-times");
  await page.locator('input[name="at"]').first().check({ force: true });
  await page.getByRole("button", { name: "Endelea" }).click();
  await page.waitForURL("**/details?**");
  await expect(page.getByRole("heading", { name: "Taarifa zako" })).toBeVisible(soon);

  // What is wrong is said in it as well, and what was typed stays when the language is another.
  await page.getByLabel("Jina", { exact: true }).fill("Zuhura Ali");
  await page.getByLabel("Simu", { exact: true }).evaluate((field) => field.removeAttribute("pattern"));
  await page.getByLabel("Simu", { exact: true }).fill("12");
  await page.getByRole("button", { name: "Weka miadi" }).click();
  await expect(page.getByText("Andika namba tunayoweza kupiga, kama 0712 345 678.")).toBeVisible(soon);
  await looks(page, "sw-details");
  await inEnglish(page).click();
  await expect(page.getByRole("heading", { name: "Your details" })).toBeVisible(soon);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Zuhura Ali");
  await inSwahili(page).click();
  await expect(page.getByRole("heading", { name: "Taarifa zako" })).toBeVisible(soon);
  const phone = newPhone();
  await page.getByLabel("Simu", { exact: true }).fill(phone);
  await page.getByRole("button", { name: "Weka miadi" }).click();
  await page.waitForURL("**/b/**");
  await expect(page.getByText("Imethibitishwa")).toBeVisible(soon);
  await expect(page.getByText("Kumbukumbu", { exact: true })).toBeVisible();
  await looks(page, "sw-ticket");
  await expect.poll(async () => (await written(app, house, phone))?.language).toBe("sw");
  await expect
    .poll(async () => (await written(app, house, phone))?.body, soon)
    .toMatch(/Kumbukumbu|anakutarajia|wanakutarajia/);

  // The link that went out is read in the customer's language in a browser that has chosen none.
  const other = await (await browser.newContext(onPhone)).newPage();
  await other.goto(page.url());
  await expect(other.getByText("Imethibitishwa")).toBeVisible(soon);
  await expect(html(other)).toHaveAttribute("lang", "sw");
  await other.getByRole("link", { name: "Badilisha muda" }).click();
  await other.waitForURL("**/move");
  await expect(other.getByRole("heading", { name: "Badilisha muda" })).toBeVisible(soon);
  await looks(other, "sw-move");
  await other.goto(`${page.url()}/again`);
  await expect(other.getByRole("heading", { name: "Weka tena vivyo hivyo" })).toBeVisible(soon);
  await other.goto(page.url());
  await other.getByText("Ghairi miadi").click();
  await expect(other.getByText(/Hakuna gharama|Kughairi/).first()).toBeVisible();
  await other.getByRole("button", { name: "Ighairi" }).click();
  await expect(other.getByText("Imeghairiwa")).toBeVisible(soon);
  await Promise.all([page, other].map((one) => one.context().close()));
});

test("without a script the switch works, is remembered, and a browser that asks for Swahili has it at once", async ({
  browser,
  app,
  house,
}) => {
  const context = await browser.newContext({ ...onPhone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${app.url}/book/${house.slug}`);
  await inSwahili(page).click();
  await expect(page.getByRole("heading", { name: "Ungependa nini?" })).toBeVisible();
  await page.goto(`${app.url}/portal/${house.slug}`);
  await page.waitForURL("**/sign-in");
  await expect(page.getByRole("heading", { name: "Tazama miadi yako" })).toBeVisible();
  await expect(html(page)).toHaveAttribute("lang", "sw");
  await page.goto(`${app.url}/book/${house.slug}/reviews`);
  await expect(page.getByRole("heading", { name: "Maoni" })).toBeVisible();
  await context.close();

  const asking = await (await browser.newContext({ ...onPhone, locale: "sw-KE" })).newPage();
  await asking.goto(`${app.url}/book/${house.slug}`);
  await expect(asking.getByRole("heading", { name: "Ungependa nini?" })).toBeVisible();
  // So are the way in, and what is not there.
  await asking.goto(`${app.url}/login`);
  await expect(html(asking)).toHaveAttribute("lang", "sw");
  for (const [path, title] of [
    ["/nothing/here", "Ukurasa huu haupo"],
    ["/v/nothing-here", "Hakuna cha kutathmini kwenye anwani hii"],
  ] as const) {
    await asking.goto(app.url + path);
    await expect(asking.getByRole("heading", { name: title })).toBeVisible();
    await expect(html(asking)).toHaveAttribute("lang", "sw");
  }
  await asking.goto(`${app.url}/terms`);
  await expect(asking.getByRole("heading", { name: "Masharti kwa biashara" })).toBeVisible();
  await asking.context().close();
});

const inBoth = [
  {
    language: "en",
    words: {
      phone: "Phone",
      send: "Send the code",
      code: "Code",
      hello: "Coming up",
      wallet: ["Rewards", "Your rewards"],
      messages: ["Messages", "Messages"],
      reviews: ["Reviews", "Your reviews"],
      you: ["You", "Your details"],
      star: "4 stars of 5",
      write: "Your message",
      sendIt: "Send",
    },
  },
  {
    language: "sw",
    words: {
      phone: "Simu",
      send: "Tuma nambari",
      code: "Nambari",
      hello: "Ijayo",
      wallet: ["Zawadi", "Zawadi zako"],
      messages: ["Ujumbe", "Ujumbe"],
      reviews: ["Maoni", "Maoni yako"],
      you: ["Wewe", "Taarifa zako"],
      star: "Nyota 4 kati ya 5",
      write: "Ujumbe wako",
      sendIt: "Tuma",
    },
  },
] as const;

for (const { language, words } of inBoth)
  test(`the portal, its rewards, a review and a conversation on a phone: ${language}`, async ({
    browser,
    app,
    house,
  }) => {
    test.slow();
    const phone = newPhone();
    const { customerId } = await paidVisit(app.sql, house, { name: "Zawadi Mwende", phone });
    await app.sql`update tenants set time_zone = ${noonZone(new Date())} where id = ${house.tenantId}`;
    const page = await (await browser.newContext(onPhone)).newPage();
    await page.goto(`${app.url}/portal/${house.slug}/sign-in`);
    if (language === "sw") await inSwahili(page).click();
    await expect(html(page)).toHaveAttribute("lang", language);
    await looks(page, `portal-sign-in-${language}`);
    await page.getByLabel(words.phone, { exact: true }).fill(phone);
    await page.getByRole("button", { name: words.send }).click();
    await page.getByLabel(words.code, { exact: true }).fill(await codeFor(app, phone));
    await page.waitForURL(`**/portal/${house.slug}`);
    // What was chosen before signing in is theirs from now on.
    await expect(page.getByRole("heading", { name: words.hello })).toBeVisible(soon);
    const [customer] = await app.sql`select language from customers where id = ${customerId}`;
    expect(customer?.language).toBe(language);
    await looks(page, `portal-bookings-${language}`);
    for (const at of ["wallet", "reviews", "you", "messages"] as const) {
      const [link, title] = words[at];
      await page.getByRole("link", { name: link, exact: true }).first().click();
      await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible(soon);
      await looks(page, `portal-${at}-${language}`);
      if (at === "reviews") {
        await page.locator("summary").first().click();
        await page.getByRole("button", { name: words.star, exact: true }).click();
        await expect
          .poll(async () => (await app.sql`select rating from reviews where tenant_id = ${house.tenantId}`)[0]?.rating)
          .toBe(4);
      }
    }
    await page.getByLabel(words.write).fill("Habari");
    await page.getByRole("button", { name: words.sendIt, exact: true }).click();
    await expect(page.locator("main ol")).toContainText("Habari", soon);
    await page.context().close();
  });

test("whoever looks at their portal is told of what the house writes and does, once", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const phone = newPhone();
  const { customerId } = await paidVisit(app.sql, house, { name: "Wanjiru Kamau", phone });
  const page = await (await browser.newContext(onPhone)).newPage();
  await enter(page, app, house.slug, phone);
  await expect(page.locator("[data-news]")).toHaveCount(0);
  const desk = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  const send = (words: string) =>
    desk.request.post(`${app.url}/api/dashboard/${house.tenantId}/conversations`, {
      headers: { origin: app.url },
      data: { customerId, id: newId(), words },
    });
  const sent = await send("Karibu tena kesho.");
  expect(sent.status(), await sent.text()).toBeLessThan(300);
  const news = page.locator("[data-news=message]");
  await expect(news).toContainText("has written to you", soon);
  await expect(page).toHaveTitle(/^\(1\) /);
  await expect(page.getByRole("link", { name: /Messages.*1/ })).toBeVisible();
  // The words stay where only they read them.
  await expect(page.getByText("Karibu tena kesho.")).toHaveCount(0);
  await news.getByRole("link", { name: "Open" }).click();
  await page.waitForURL("**/messages");
  await expect(page.getByText("Karibu tena kesho.")).toBeVisible(soon);
  await expect(page.locator("[data-news]")).toHaveCount(0);
  await Promise.all([page, desk].map((one) => one.context().close()));
});
