import { newId } from "@/lib/platform/ids";
import { signInCookie } from "./support/api";
import { signedIn } from "./support/dashboard";
import { addMember, openHouse } from "./support/house";
import { addLogin } from "./support/outbox";
import { pixel } from "./support/pixel";
import { expect, test } from "./support/test";

const address = "/api/auth/profile/photo";

test("a photo is chosen, made small, shown where its person is, and removed", async ({ browser, app }) => {
  const login = await addLogin(app);
  const context = await signedIn(browser, app, login.email);
  const page = await context.newPage();
  await page.goto(`${app.url}/profile`);
  const choose = (name: string, mimeType: string, buffer: Buffer) =>
    page.getByLabel("Photo", { exact: true }).setInputFiles({ name, mimeType, buffer });
  for (const [name, type, text] of [
    ["me.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["me.png", "image/png", "<!doctype html><script>alert(1)</script>"],
  ] as const) {
    await choose(name, type, Buffer.from(text));
    await expect(page.getByText("That is not a picture we can use. Choose a JPEG, PNG or WebP.")).toBeVisible();
    await page.reload();
  }
  await choose("me.png", "image/png", pixel);
  await expect(page.getByText("Your photo is saved.")).toBeVisible();
  await expect(page.locator(`img[src*="${address}"]`)).toBeVisible();
  const kept = await context.request.get(app.url + address);
  expect(kept.headers()["content-type"]).toBe("image/jpeg");

  await page.goto(`${app.url}/dashboard/${app.tenants.amani}/members`);
  const row = page.locator(`[data-member="${login.id}"]`);
  await expect(row.locator("img")).toBeVisible();
  await expect.poll(() => row.locator("img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(256);
  await page.getByRole("button", { name: `You: ${login.name}` }).click();
  await expect(page.getByRole("menu").locator("img")).toBeVisible();

  await page.goto(`${app.url}/profile`);
  await page.getByRole("button", { name: "Remove photo" }).click();
  await expect(page.getByText("Your photo is removed.")).toBeVisible();
  expect((await context.request.get(app.url + address)).status()).toBe(404);
  await context.close();
});

test("what is sent is judged by its bytes, its size and who may see it", async ({ app }) => {
  const login = await addLogin(app);
  const cookie = await signInCookie(app.url, login.email);
  const put = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(app.url + address, { method: "PUT", body, headers: { cookie, origin: app.url, ...headers } });
  const html = await put("<!doctype html><script>alert(1)</script>", { "content-type": "image/png" });
  expect([html.status, (await html.json()).code]).toEqual([415, "not_a_picture"]);
  expect((await put("<svg/>", { "content-type": "image/jpeg" })).status).toBe(415);
  expect((await put(Buffer.concat([pixel, Buffer.alloc(200 * 1024)]))).status).toBe(413);
  expect((await put(new Uint8Array(pixel), { origin: "https://elsewhere.test" })).status).toBe(403);
  expect((await put(new Uint8Array(pixel), { cookie: "x=y" })).status).toBe(401);
  // Said to be a page, it is still the picture that it is.
  expect((await put(new Uint8Array(pixel), { "content-type": "text/html" })).status).toBe(200);

  const house = await openHouse(app.database);
  const [desk, stranger] = [await addMember(app.database, app.tenants.amani, "front_desk"), house.owner];
  const photo = (who: { cookie: string }, tenantId: string, userId: string) =>
    fetch(`${app.url}/api/dashboard/${tenantId}/members/${userId}/photo`, { headers: { cookie: who.cookie } });
  const seen = await photo(desk, app.tenants.amani, login.id);
  expect(seen.status).toBe(200);
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    "content-type": "image/png",
    "content-disposition": 'attachment; filename="photo.png"',
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  expect(Buffer.from(await seen.arrayBuffer())).toEqual(pixel);
  const refused = [
    photo(stranger, house.tenantId, login.id),
    photo(stranger, app.tenants.amani, login.id),
    photo(desk, app.tenants.amani, newId()),
    photo(desk, app.tenants.amani, "x"),
  ];
  for (const { status } of await Promise.all(refused)) expect(status).toBe(404);
});
