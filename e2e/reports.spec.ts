import type { Page } from "@playwright/test";
import { PDFDocument } from "pdf-lib";
import { noonZone } from "@/db/testing/noon";
import { unzipped } from "@/lib/analytics/testing/unzipped";
import { shiftTo } from "@/lib/bookings/testing/shift-to";
import { addDays, localDate } from "@/lib/platform/calendar";
import { formatDay } from "@/lib/platform/format";
import { withCookie } from "./support/dashboard";
import { addMember } from "./support/house";
import { looksRight } from "./support/looks";
import { expect, test } from "./support/realtime";

const soon = { timeout: 10_000 };
const wide = { width: 1_280, height: 900 };

test("the owner sees what came in as it comes, against other days, down to the sale, and takes it home as a file", async ({
  browser,
  app,
  house,
  book,
}) => {
  test.slow();
  const { tenantId } = house;
  const zone = noonZone(new Date());
  const today = localDate(new Date(), zone);
  const made = await book(house, { name: "Atieno Owuor", staffId: house.staffIds[0]! });
  const { id } = (await made.json()) as { id: string };
  await shiftTo(app.sql, tenantId, id, -45);
  await app.sql`update bookings set status = 'in_service' where id = ${id}`;
  await app.sql`update tenants set time_zone = ${zone} where id = ${tenantId}`;
  const base = `${app.url}/dashboard/${tenantId}`;
  const owner = await (await withCookie(browser, app, house.owner.cookie, { viewport: wide })).newPage();
  const figure = (of: string) => owner.locator(`[data-stat=${of}]`);

  // The library that draws the reports is loaded where there is a report.
  const scripts: Promise<boolean>[] = [];
  owner.on("response", (answer) => {
    if (answer.request().resourceType() === "script")
      scripts.push(
        answer.text().then(
          (text) => text.includes("recharts-surface"),
          () => false,
        ),
      );
  });
  const drawing = async () => (await Promise.all(scripts)).filter(Boolean).length;

  // Today has the days behind and ahead, and the way to the reports.
  await owner.goto(base);
  const days = owner.getByRole("region", { name: "The days behind and ahead" });
  await expect(days.getByRole("img", { name: "Earned, last 14 days" })).toBeVisible(soon);
  expect(scripts.length).toBeGreaterThan(0);
  expect(await drawing()).toBe(0);
  await owner
    .getByRole("navigation", { name: "Main" })
    .first()
    .getByRole("link", { name: "Reports", exact: true })
    .click();
  await expect(owner.getByText("Nothing came in in these days")).toBeVisible(soon);
  await looksRight(owner, "reports-empty", { anew: true });
  await owner.setViewportSize(wide);

  // The desk takes the money, and the number follows.
  const desk = await addMember(app.database, tenantId, "front_desk");
  const till = await (await withCookie(browser, app, desk.cookie, { viewport: wide })).newPage();
  await till.goto(`${base}/bookings?view=past&booking=${id}`);
  await till.getByRole("dialog").getByRole("button", { name: "Check out" }).click();
  await till.getByRole("dialog").getByLabel("Tip in KES").fill("200");
  await till.getByRole("dialog").getByRole("button", { name: "Take payment" }).click();
  await till.getByRole("dialog").getByText("Card", { exact: true }).click();
  await till.getByRole("dialog").getByRole("button", { name: "Take KES 1,700" }).click();
  await expect(figure("earned")).toContainText("KES 1,500", soon);
  await expect(figure("paid")).toContainText("KES 1,700");
  await expect(figure("tips")).toContainText("KES 200");

  // Each number of Today opens to its rows, and so does each of the days behind.
  await owner.goto(base);
  const numbers = (page: Page) => page.getByRole("region", { name: "Today’s numbers" });
  await numbers(owner).getByRole("link", { name: "Appointments today" }).click();
  await expect(owner.getByRole("main")).toContainText("Atieno Owuor", soon);
  await expect(owner.getByLabel("Status")).toHaveValue("not_cancelled");
  await owner.goBack();
  await days.getByText("As a table").first().click();
  await days.getByRole("link", { name: formatDay(`${today}T12:00:00Z`, "UTC") }).click();
  await expect(figure("rows-total")).toHaveText("KES 1,500", soon);
  await owner.goBack();
  await days.getByRole("link", { name: /^KES 1,500/ }).click();
  await expect(owner.getByRole("heading", { name: /^Revenue, / })).toBeVisible(soon);
  await expect(figure("rows-total")).toHaveText("KES 1,500");
  await owner.getByRole("link", { name: "Money", exact: true }).first().click();

  // The year stands below whatever days are looked at, month by month.
  await expect(figure("average-month")).toContainText("KES 1,500", soon);
  await figure("year").getByRole("link").click();
  await expect(figure("rows-total")).toHaveText("KES 1,500", soon);
  await owner.goBack();

  // Other days, and against which; the address keeps them.
  const week = owner.getByRole("navigation", { name: "Period" }).getByRole("link", { name: "7 days" });
  await week.click();
  await expect(week).toHaveAttribute("aria-current", "true", soon);
  await owner.getByRole("navigation", { name: "Compare with" }).getByRole("link", { name: "The days before" }).click();
  await expect(owner).toHaveURL(/\?period=7d&compare=before$/, soon);
  await owner.reload();
  await expect(owner.getByText("nothing before").first()).toBeVisible(soon);
  await expect(owner.getByLabel("First day")).toHaveValue(addDays(today, -6));
  const chart = owner.getByRole("figure", { name: "Revenue over time" });
  await expect(chart.locator(".recharts-surface").first()).toBeAttached(soon);
  expect(await drawing()).toBeGreaterThan(0);
  // On paper are the numbers and the table, and nothing that is pressed.
  await owner.emulateMedia({ media: "print" });
  await expect(chart.getByRole("rowheader").first()).toBeVisible();
  await expect(figure("earned")).toContainText("KES 1,500");
  for (const gone of [owner.getByRole("complementary"), owner.getByRole("navigation"), owner.getByRole("button")])
    await expect(gone.filter({ visible: true })).toHaveCount(0);
  await owner.emulateMedia({ media: "screen" });
  await chart.getByText("As a table").click();
  await expect(chart.getByRole("rowheader")).toHaveCount(7);
  await expect(owner.getByRole("region", { name: "By person" })).toContainText("KES 1,500");
  await looksRight(owner, "reports", { anew: true });
  await owner.setViewportSize(wide);

  // As files: the same number in each of them.
  const over = owner.getByRole("navigation", { name: "Over time as a file" });
  const file = async (name: string) => {
    const address = (await over.getByRole("link", { name }).getAttribute("href"))!;
    const answer = await owner.request.get(`${app.url}${address}`);
    expect(answer.headers()["content-disposition"]).toContain(`revenue-time-${addDays(today, -6)}-${today}.`);
    return answer.body();
  };
  expect((await file("CSV")).toString()).toContain(`${today},${today},1500.00,0.00`);
  expect(unzipped(await file("Excel"), "xl/worksheets/sheet1.xml")).toContain("<v>1500</v>");
  expect((await PDFDocument.load(await file("PDF"))).getTitle()).toMatch(/^Revenue, /);

  // Down to the sale, from the person who has brought it.
  await owner
    .getByRole("region", { name: "By person" })
    .getByRole("link", { name: /Staff 1/ })
    .click();
  await expect(figure("rows-total")).toHaveText("KES 1,500", soon);
  await looksRight(owner, "reports-rows", { anew: true });
  await owner.setViewportSize(wide);
  await owner
    .getByRole("list", { name: "Revenue: Staff 1" })
    .getByRole("button", { name: /^Sale \d+$/ })
    .click();
  await expect(owner.getByRole("dialog")).toContainText("KES 1,700", soon);
  await owner.keyboard.press("Escape");
  await owner.getByRole("link", { name: "Money", exact: true }).first().click();
  await owner.goto(`${base}/reports?from=2026-02-01&to=2026-01-01`);
  await expect(owner.getByText("Those are no days we can add up", { exact: false })).toBeVisible(soon);

  // Nobody else: neither the pages, nor what they are made of, nor the charts on Today.
  const staff = await addMember(app.database, tenantId, "staff");
  for (const { cookie } of [desk, staff]) {
    const headers = { cookie };
    for (const page of ["/reports", "/reports/rows", "/reports/profit"])
      expect((await fetch(`${base}${page}`, { headers })).status, page).toBe(404);
    for (const path of ["daily-stats", "analytics", "analytics/revenue", "analytics/revenue/export?format=pdf"])
      expect((await fetch(`${app.url}/api/dashboard/${tenantId}/${path}`, { headers })).status, path).toBe(403);
  }
  await till.goto(base);
  await expect(numbers(till)).toBeVisible(soon);
  await expect(numbers(till).getByRole("link", { name: "New customers" })).toHaveCount(0);
  await expect(till.getByRole("region", { name: "The days behind and ahead" })).toHaveCount(0);
  await numbers(till).getByRole("link", { name: "Visits so far" }).click();
  await expect(till).toHaveURL(new RegExp(`/visits\\?from=${today}&to=${today}$`), soon);
  await Promise.all([owner, till].map((one) => one.context().close()));
});
