import { newPhone } from "./support/api";
import { reportToken } from "./support/booking-token";
import { withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const soon = { timeout: 10_000 };
const phone = { width: 360, height: 740 };

test("the owner says when customers are reminded and when nobody is woken, and it stays so", async ({
  browser,
  app,
  house,
}) => {
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const page = await (await withCookie(browser, app, house.owner.cookie, { viewport: phone })).newPage();
  await page.goto(`${base}/settings`);
  await page.getByRole("link", { name: "Messages", exact: true }).last().click();
  const form = page.getByRole("form", { name: "Messages to customers" });
  await expect(form.getByRole("checkbox", { name: "1 day" })).toBeChecked(soon);
  await expect(form.getByRole("switch", { name: "Did not come" })).not.toBeChecked();
  await form.getByRole("checkbox", { name: "2 hours" }).uncheck();
  await form.getByRole("checkbox", { name: "4 hours" }).check();
  await form.getByLabel("From", { exact: true }).fill("20:30");
  await form.getByLabel("Sender’s name").fill("www.free-money.example");
  await form.getByRole("button", { name: "Save messages" }).click();
  await expect(form.getByText(/may not hold a web address/)).toBeVisible(soon);
  await form.getByLabel("Sender’s name").fill("Nyota desk");
  await form.getByRole("switch", { name: "Receipt" }).click();
  await form.getByRole("button", { name: "Save messages" }).click();
  await expect(form.getByText("Saved.")).toBeVisible(soon);
  await page.reload();
  await expect(form.getByRole("checkbox", { name: "4 hours" })).toBeChecked(soon);
  await expect(form.getByRole("checkbox", { name: "2 hours" })).not.toBeChecked();
  await expect(form.getByLabel("From", { exact: true })).toHaveValue("20:30");
  await expect(form.getByLabel("Sender’s name")).toHaveValue("Nyota desk");
  await expect(form.getByRole("switch", { name: "Receipt" })).not.toBeChecked();
  await looksRight(page, "settings-messages", { anew: true });
  const desk = await addMember(app.database, house.tenantId, "front_desk");
  const seen = await (await withCookie(browser, app, desk.cookie)).newPage();
  await seen.goto(`${base}/settings/messages`);
  await expect(seen.getByLabel("Sender’s name")).toBeDisabled(soon);
});

test("a test message is sent from the settings; what went out stands in a list, with what became of it", async ({
  browser,
  app,
  house,
}) => {
  const base = `${app.url}/dashboard/${house.tenantId}`;
  const page = await (await withCookie(browser, app, house.owner.cookie)).newPage();
  await page.goto(`${base}/messages`);
  await expect(page.getByText("Nothing has been sent yet")).toBeVisible(soon);
  await page.goto(`${base}/settings`);
  await page.getByRole("link", { name: "Integrations" }).click();
  await expect(page.getByText("reach nobody").first()).toBeVisible(soon);
  await expect(page.getByText("The worker is running.")).toBeVisible(soon);
  const mail = page.getByRole("form", { name: "Send a test e-mail to" });
  await mail.getByLabel("Send a test e-mail to").fill("nobody");
  await mail.getByRole("button", { name: "Send e-mail" }).click();
  await expect(mail.getByText(/is not an e-mail address/)).toBeVisible(soon);
  await mail.getByLabel("Send a test e-mail to").fill("owner@example.com");
  await mail.getByRole("button", { name: "Send e-mail" }).click();
  await expect(mail.locator("[data-test=sent]")).toContainText("to owner@example.com: sent", soon);
  const sms = page.getByRole("form", { name: "Send a test SMS to" });
  await sms.getByLabel("Send a test SMS to").fill("+44 20 7946 0958");
  await sms.getByRole("button", { name: "Send SMS" }).click();
  await expect(sms.getByText(/SMS do not leave for this country/)).toBeVisible(soon);
  await page.getByRole("button", { name: "See whether it leads here" }).click();
  await expect(page.getByText(/leads here\.|cannot be reached/)).toBeVisible({ timeout: 20_000 });
  await looksRight(page, "settings-integrations", { anew: true });
  // One that the network could not bring.
  const number = newPhone();
  await app.sql`insert into messages (tenant_id, id, channel, to_address, template, body, status, transport, dedupe_key, provider_id, segments, cost_minor, cost_currency)
    values (${house.tenantId}, gen_random_uuid(), 'sms', ${number}, 'booking-reminder', 'We expect you tomorrow.', 'sent', 'africastalking', 'a', ${number}, 1, 80, 'KES')`;
  const report = (body: Record<string, string>) =>
    page.request.post(`${app.url}/api/sms/report/${reportToken()}`, { form: body });
  expect((await report({ id: number, status: "Failed", failureReason: "UserIsInactive" })).status()).toBe(200);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(base);
  await page.getByRole("link", { name: "Messages", exact: true }).click();
  const row = page.locator("[data-message=failed]").filter({ hasText: "Reminder" });
  await expect(row).toContainText("not sent: the network could not bring it (UserIsInactive)", soon);
  await expect(row).toContainText("KES 0.80");
  await row.click();
  await expect(row).toContainText("We expect you tomorrow.");
  await looksRight(page, "messages", { anew: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByLabel("Search").fill("owner@example.com");
  await page.getByLabel("Search").press("Enter");
  await expect(page.locator("[data-message]")).toHaveCount(1, soon);
  const staff = await addMember(app.database, house.tenantId, "staff");
  const stylist = await (await withCookie(browser, app, staff.cookie)).newPage();
  expect((await stylist.goto(`${base}/messages`))?.status()).toBe(404);
});
