import { addDays, localDate } from "@/lib/platform/calendar";
import { live, toasts, withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { expect, test } from "./support/realtime";

const soon = { timeout: 15_000 };
const tomorrow = () => addDays(localDate(new Date(), "Africa/Nairobi"), 1);

test("a day is closed after a look at all of its bookings, and they are moved in one go", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  for (let n = 0; n < 12; n++) await book(house, { name: `Customer ${n + 1}` });
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  const base = `${app.url}/dashboard/${house.tenantId}`;
  await page.goto(base);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
  await expect(page.getByText("The business is closed all week")).toBeVisible(soon);
  await page.getByRole("button", { name: "Add a day" }).click();
  await page.getByRole("button", { name: "Save this day" }).click();
  await expect(page.getByText(/^Day is not a date/)).toBeVisible(soon);
  await page.getByRole("textbox", { name: "Day", exact: true }).fill(tomorrow());
  await page.getByLabel("Why").fill("Water is off");
  await page.getByRole("button", { name: "Save this day" }).click();

  const look = page.getByRole("dialog");
  await expect(look.getByRole("heading", { name: "12 bookings are affected" })).toBeVisible(soon);
  await expect(look.getByRole("listitem")).toHaveCount(10);
  await look.getByRole("button", { name: "Load more (2)" }).click();
  await expect(look.getByRole("listitem")).toHaveCount(12, soon);
  await look.getByRole("button", { name: "Change this day anyway" }).click();

  const sorting = page.getByRole("dialog", { name: "What becomes of these bookings?" });
  await expect(sorting.getByRole("listitem")).toHaveCount(12, soon);
  await sorting.getByRole("checkbox", { name: /Customer 12/ }).uncheck();
  await sorting.getByRole("button", { name: "Move 11" }).click();
  await expect(toasts(page).filter({ hasText: "11 bookings moved" })).toBeVisible({ timeout: 30_000 });
  await sorting.getByRole("checkbox", { name: /Customer 12/ }).check();
  await sorting.getByRole("button", { name: "Ask 1 customer to choose" }).click();
  await expect(sorting.getByText("All of them are seen to.")).toBeVisible(soon);
  await sorting.getByRole("button", { name: "Done" }).click();
  await expect(page.locator(`[data-day="${tomorrow()}"]`)).toContainText("Closed · Water is off");

  await page.goto(`${base}/bookings`);
  await page.getByRole("link", { name: /One booking no longer fits/ }).click();
  await expect(page.getByRole("checkbox", { name: /Customer 12/ })).toBeVisible(soon);
  await context.close();
});

test("staff ask for time off, who decides sees it without a reload, and the answer comes back as it is given", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const member = await addMember(app.database, house.tenantId, "staff", house.staffIds[0]!);
  const [theirs, owners] = await Promise.all([
    withCookie(browser, app, member.cookie),
    withCookie(browser, app, house.owner.cookie),
  ]);
  const [asking, deciding] = await Promise.all([theirs.newPage(), owners.newPage()]);
  await deciding.goto(`${app.url}/dashboard/${house.tenantId}/time-off`);
  await live(deciding);
  await asking.goto(`${app.url}/dashboard/${house.tenantId}`);
  await asking.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "My time off" }).click();
  await asking.getByRole("link", { name: /^Ask/ }).click();
  const form = asking.getByRole("form", { name: "Time off" });
  await form.getByLabel("First day").fill(addDays(tomorrow(), 3));
  await form.getByRole("switch", { name: "Only some hours" }).click();
  await form.getByLabel("From").fill("12:00");
  await form.getByLabel("Until").fill("11:00");
  await form.getByLabel("Why").fill("Graduation");
  await form.getByRole("button", { name: "Ask" }).click();
  await expect(form.getByText(/is not after the beginning/)).toBeVisible(soon);
  await expect(form.getByLabel("Why")).toHaveValue("Graduation");
  await form.getByLabel("Until").fill("15:00");
  await form.getByRole("button", { name: "Ask" }).click();
  const waiting = deciding.getByRole("region", { name: "Waiting for an answer" });
  await expect(waiting).toContainText("Graduation", soon);
  await expect(toasts(deciding).filter({ hasText: "Staff 1 asks for time off" })).toBeVisible(soon);
  await live(asking);
  await waiting.getByRole("button", { name: /^Approve/ }).click();
  await expect(asking.getByRole("region", { name: "Decided" })).toContainText("Approved", soon);
  await Promise.all([theirs.close(), owners.close()]);
});

test("chairs, holidays and rules are kept; what is wrong is told at its field, and the desk only reads", async ({
  browser,
  app,
  house,
}) => {
  test.slow();
  const context = await withCookie(browser, app, house.owner.cookie);
  const page = await context.newPage();
  const settings = `${app.url}/dashboard/${house.tenantId}/settings`;
  await page.goto(`${settings}/resources`);
  await page.getByRole("link", { name: "Add the first one" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Name").fill("Wash basin");
  await sheet.getByLabel("How many there are").fill("none");
  await sheet.getByRole("button", { name: "Add" }).click();
  await expect(sheet.getByText("How many there are is not a number.")).toBeVisible(soon);
  await sheet.getByLabel("How many there are").fill("2");
  await sheet.getByRole("checkbox", { name: "Cut" }).check();
  await sheet.getByRole("button", { name: "Add" }).click();
  await expect(page.locator("[data-resource]")).toContainText("For Cut", soon);

  await page.getByRole("link", { name: "Public holidays" }).click();
  await page.getByRole("switch", { name: "Closed on public holidays" }).click();
  const christmas = page.locator("[data-holiday]").filter({ hasText: "Christmas Day" }).last();
  await expect(christmas).toContainText("Closed", soon);
  await christmas.getByRole("switch").click();
  await expect(christmas.getByRole("switch")).toBeChecked(soon);
  // Seen at once; what does not go through is seen as it was, and said.
  let drop = () => {};
  const dropped = new Promise<void>((resolve) => {
    drop = resolve;
  });
  await page.route("**/settings/holidays", async (route) => {
    await dropped;
    await route.abort();
  });
  await christmas.getByRole("switch").click();
  await expect(christmas.getByRole("switch")).not.toBeChecked();
  drop();
  await expect(toasts(page).filter({ hasText: "That did not reach the server" })).toBeVisible(soon);
  await expect(christmas.getByRole("switch")).toBeChecked();
  await page.unroute("**/settings/holidays");

  await page.getByRole("link", { name: "Booking rules" }).click();
  const rules = page.getByRole("form", { name: "Booking rules" });
  await rules.getByLabel("Hours before").first().fill("1000");
  await rules.getByRole("button", { name: "Save rules" }).click();
  await expect(rules.getByText(/Hours before is more than 30 days/)).toBeVisible(soon);
  await rules.getByLabel("Hours before").first().fill("2,5");
  await rules.getByRole("radio", { name: /By hand/ }).check();
  await rules.getByRole("button", { name: "Save rules" }).click();
  await expect(rules.getByText("Saved.")).toBeVisible(soon);
  await page.reload();
  await expect(rules.getByLabel("Hours before").first()).toHaveValue("2.5");
  await expect(rules.getByRole("radio", { name: /By hand/ })).toBeChecked();

  const terms = page.getByRole("form", { name: "Cancelling" });
  await terms.getByLabel("Cancelling late costs").selectOption("percent");
  await terms.getByLabel("Percent").fill("150");
  await terms.getByRole("button", { name: "Save what it costs" }).click();
  await expect(terms.getByText("The percentage is more than 100.")).toBeVisible(soon);
  await terms.getByLabel("Percent").fill("50");
  await terms.getByLabel("Free until so many hours before").fill("12");
  await terms.getByLabel("Not coming costs").selectOption("fixed");
  await terms.getByLabel(/Amount in/).fill("1500");
  await expect(terms.getByText(/until 12 hours before.*costs KES 1,000, and not coming KES 1,500/)).toBeVisible();
  await terms.getByRole("button", { name: "Save what it costs" }).click();
  await expect(terms.getByText("Saved.")).toBeVisible(soon);
  await page.reload();
  await expect(terms.getByLabel("Percent")).toHaveValue("50");

  const desk = await withCookie(browser, app, (await addMember(app.database, house.tenantId, "front_desk")).cookie);
  const reading = await desk.newPage();
  await reading.goto(`${settings}/rules`);
  await expect(reading.getByLabel("Hours before").first()).toBeDisabled();
  await expect(reading.getByRole("button", { name: "Save rules" })).toHaveCount(0);
  await Promise.all([context.close(), desk.close()]);
});
