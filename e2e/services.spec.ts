import { live, signedIn, toasts } from "./support/dashboard";
import { pixel } from "./support/pixel";
import { expect, test } from "./support/test";

const soon = { timeout: 15_000 };

test("a service is added, changed, moved by keyboard and by drag, taken off offer and off the list; the booking page follows", async ({
  browser,
  app,
}) => {
  test.slow();
  const context = await signedIn(browser, app, "owner@amani.test");
  const desk = await signedIn(browser, app, "desk@amani.test");
  const [page, other] = [await context.newPage(), await desk.newPage()];
  const address = `${app.url}/dashboard/${app.tenants.amani}/services`;
  await Promise.all([page, other].map((one) => one.goto(address)));
  await live(other);
  const namesIn = (one: typeof page, category: string) =>
    one
      .getByRole("region", { name: category })
      .locator("[data-service] a > span:first-child > span > span:first-child");

  await page.getByRole("link", { name: "Add a service" }).click();
  const form = page.getByRole("form", { name: "Service" });
  await expect(form.getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Knotless braids");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Braids");
  await form.getByRole("button", { name: "Add service" }).click();
  await expect(form.getByText("is not an amount")).toBeVisible();
  await expect(form.getByLabel("Name")).toHaveValue("Knotless braids");
  await form.getByLabel("Price in KES").fill("5200.50");
  await form.getByLabel("Minutes", { exact: true }).fill("200");
  await form.getByRole("button", { name: "Add a gap" }).click();
  await expect(form.getByText("3 h 50 min in all")).toBeVisible();
  await form.getByRole("button", { name: "Add service" }).click();
  const row = page.locator("[data-service]").filter({ hasText: "Knotless braids" });
  await expect(row).toContainText("KES 5,200.50", soon);
  await expect(row).toContainText("Nobody does it yet");
  await expect(namesIn(other, "Braids")).toHaveText(["Cornrows", "Box braids", "Knotless braids"], soon);

  const up = row.getByRole("button", { name: "Move Knotless braids up" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Knotless braids is 2 of 3 in Braids.")).toBeAttached();
  await expect(up).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Knotless braids is 1 of 3 in Braids.")).toBeAttached();
  await expect(namesIn(other, "Braids")).toHaveText(["Knotless braids", "Cornrows", "Box braids"], soon);
  const grip = (name: string) => page.locator("[data-service]").filter({ hasText: name }).locator("[data-grip]");
  await grip("Knotless braids").dragTo(grip("Box braids"));
  await expect(namesIn(page, "Braids")).toHaveText(["Cornrows", "Box braids", "Knotless braids"], soon);
  await expect(namesIn(other, "Braids")).toHaveText(["Cornrows", "Box braids", "Knotless braids"], soon);

  await row.getByRole("link").click();
  await form.getByLabel("Price in KES").fill("5000");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("KES 5,000", soon);

  await page.locator("[data-service]").filter({ hasText: "Cornrows" }).getByRole("link").click();
  const photo = { name: "cornrows.png", mimeType: "image/png", buffer: pixel };
  await page.getByLabel("Photo", { exact: true }).setInputFiles(photo);
  await expect(page.getByText("Cornrows’s photo is saved.")).toBeVisible(soon);
  const shown = async () =>
    /src="([^"]*photo[^"]*)"[^>]*>(?:(?!<img).)*Cornrows/.exec(
      await (await fetch(`${app.url}/book/amani`)).text(),
    )?.[1];
  const picture = await fetch(app.url + (await shown()));
  expect(picture.headers.get("content-type")).toBe("image/jpeg");
  expect(picture.headers.get("cache-control")).toContain("immutable");
  await page.getByRole("button", { name: "Remove photo" }).click();
  await expect(page.getByText("Cornrows’s photo is removed.")).toBeVisible(soon);
  await page.keyboard.press("Escape");

  const offered = page.locator("[data-service]").filter({ hasText: "Brow threading" });
  await offered.getByRole("link").click();
  await page.getByRole("button", { name: "Take off offer" }).click();
  await page.getByRole("button", { name: "Go on anyway" }).click();
  await expect(toasts(page).filter({ hasText: "no longer on offer" })).toBeVisible(soon);
  await page.getByRole("button", { name: "Later" }).click();
  expect(await (await fetch(`${app.url}/book/amani`)).text()).not.toContain("Brow threading");
  await page.getByRole("button", { name: "Offer it again" }).click();
  await expect(page.getByRole("button", { name: "Take off offer" })).toBeVisible(soon);
  // It is seen before the server has heard of it.
  await expect(toasts(page).filter({ hasText: "is on offer again" })).toBeVisible(soon);
  expect(await (await fetch(`${app.url}/book/amani`)).text()).toContain("Brow threading");
  await page.keyboard.press("Escape");

  await row.getByRole("link").click();
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await page.getByRole("button", { name: "Archive it" }).click();
  await expect(row).toHaveCount(0, soon);
  await expect(namesIn(other, "Braids")).toHaveText(["Cornrows", "Box braids"], soon);
  await Promise.all([context.close(), desk.close()]);
});

test("the desk reads the price list and changes nothing of it", async ({ browser, app }) => {
  const context = await signedIn(browser, app, "desk@amani.test");
  const page = await context.newPage();
  await page.goto(`${app.url}/dashboard/${app.tenants.amani}/services`);
  await expect(page.getByRole("link", { name: "Add" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Move/ })).toHaveCount(0);
  await page.getByRole("link", { name: /Silk press/ }).click();
  await expect(page.getByRole("dialog").getByText("Done by Njeri Mwangi")).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("textbox")).toHaveCount(0);
  await context.close();
});
