import { bookByApi, newPhone, openSlots } from "./support/api";
import { addLogin, messageTo } from "./support/outbox";
import { expect, test } from "./support/test";

test("a booking's SMS appears by itself, with a link that opens; an e-mail's too", async ({ page, app }) => {
  await page.goto(`${app.url}/dev/outbox`);
  await expect(page.getByRole("heading", { name: "Outbox" })).toBeVisible();
  const { services } = await (await fetch(`${app.url}/api/public/amani`)).json();
  const [slot] = await openSlots(app.url, "amani", services[0].id);
  const phone = newPhone();
  await bookByApi(app.url, "amani", { serviceId: services[0].id, startsAt: slot!.startsAt, phone });
  const sms = page.getByRole("article").filter({ hasText: phone });
  await expect(sms).toContainText("SMS to");
  await expect(sms).toContainText("sent");
  await expect(sms.getByRole("link", { name: "Open link" })).toHaveAttribute("href", new RegExp(`^${app.url}/b/`));

  const login = await addLogin(app);
  for (const identifier of [login.phone, login.email])
    await page.request.post(`${app.url}/api/auth/password-reset`, {
      headers: { origin: app.url },
      data: { identifier },
    });
  await expect(page.getByRole("article").filter({ hasText: login.email })).toContainText("E-mail to");
  const code = page
    .getByRole("article")
    .filter({ hasText: login.phone })
    .getByRole("button", { name: /^Copy code/ });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await code.click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\d{6}$/);
});

test("the API answers by receiver and time", async ({ app }) => {
  const login = await addLogin(app);
  const ask = () =>
    fetch(`${app.url}/api/auth/password-reset`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ identifier: login.email }),
    });
  expect((await ask()).status).toBe(202);
  const message = await messageTo(app, login.email, /reset-password/);
  expect(Object.keys(message).sort()).toEqual(
    ["body", "channel", "createdAt", "id", "status", "subject", "tenantId", "to"].sort(),
  );
  const later = new Date(Date.parse(message.createdAt) + 1).toISOString();
  const after = await fetch(`${app.url}/api/dev/outbox?to=${login.email}&since=${later}`);
  expect(await after.json()).toEqual([]);
});
