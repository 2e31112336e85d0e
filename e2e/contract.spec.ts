import { newId } from "@/lib/platform/ids";
import { type ActorName, type Cast, castOf } from "./fence/actors";
import { type Asking, addressOf, ask, type Method } from "./fence/ask";
import { contractOf, neverWell, onlyRefused } from "./fence/contract";
import { reads } from "./fence/reads";
import { type Stage, stageOf } from "./fence/stage";
import { table } from "./fence/table";
import { pixel } from "./support/pixel";
import { expect, test } from "./support/realtime";

// What is described is asked here where it is a question or takes a file; commands are in fence-bodies.spec.ts. Every other
// answer that a spec of the fence gets is compared with the document as well: see fence/contract.ts.

let cast: Cast;
let stage: Stage;
test.beforeAll(async ({ app }) => {
  cast = await castOf(app);
  stage = stageOf(app, cast);
});

/** There is one only while a file is there: the first test asks for it. */
const isPicture = (key: string): boolean => /(photo|picture|\{slug\}\/logo)$/.test(key);

/** Somebody who may see what is at this address. */
const seer = (answers: Record<ActorName, number>): ActorName | undefined =>
  (["owner", "admin", "customer", "staff", "anonymous"] as const).find((actor) => answers[actor] < 300);

test("what takes a file is answered as described, and so is the file", async ({ app }) => {
  const { tenantId, slug, customerId, staffId, serviceId, userId } = cast.a;
  const house = `/api/dashboard/${tenantId}`;
  const send = (path: string, how: Asking = {}) => ask(app.url + path, { cookie: cast.cookies.owner, ...how });
  const body = new Uint8Array(pixel);
  const { expenseId } = await stage.spent();
  const mine = { cookie: await stage.customer() };
  const photos: [path: string, also?: string | undefined, how?: Asking][] = [
    [`${house}/customers/${customerId}/photo`],
    [`${house}/staff/${staffId}/photo`],
    [`${house}/services/${serviceId}/photo`, `/api/public/${slug}/services/${serviceId}/photo`],
    [`${house}/expenses/${expenseId}/photo`],
    ["/api/auth/profile/photo", `${house}/members/${userId}/photo`],
    [`/api/portal/${slug}/me/photo`, undefined, mine],
  ];
  for (const [path, also, how] of photos) {
    await send(path, { method: "PUT", body, ...how });
    await send(path, how);
    if (also) await send(also);
    await send(path, { method: "DELETE", ...how });
  }
  await send(`${house}/settings/logo`, { method: "PUT", body });
  // The public page hears of it a moment later.
  await expect.poll(async () => (await send(`/api/public/${slug}/logo`)).status).toBe(200);
  await send(`${house}/settings/logo`, { method: "DELETE" });
  const { id } = JSON.parse((await send(`${house}/gallery?public=1`, { method: "POST", body })).body);
  await send(`${house}/gallery/${id}/picture`);
  await send(`/api/public/${slug}/gallery/${id}/picture`);
  const list = "Name,Phone\nAkinyi,0712345678\n";
  await send(`${house}/imports?kind=customers&name=list.csv`, { method: "POST", body: list });
  const statement = "Receipt No.,Completion Time,Paid In\nUKO1AB2C3D,24/11/2026 2:03:22 PM,1500\n";
  await send(`${house}/payments/statement/preview`, { method: "POST", body: statement });
  const words = JSON.stringify({ id: newId(), words: "Hello" });
  const written = await send(`/api/portal/${slug}/conversations`, { method: "POST", body: words, ...mine });
  const { seq } = JSON.parse(written.body) as { seq: number };
  await send(`/api/portal/${slug}/conversations`, { method: "PUT", body: JSON.stringify({ seq }), ...mine });

  const never = neverWell(await contractOf(app.url), (key) => isPicture(key) || !key.startsWith("GET "));
  expect(
    never.filter((key) => isPicture(key) || /logo$|gallery$|imports$|statement|portal.*conversations/.test(key)),
  ).toEqual([]);
});

test("every question is answered as described", async ({ app }) => {
  test.setTimeout(120_000);
  for (const [key, row] of Object.entries(table)) {
    const [method, path] = key.split(" ") as [Method, string];
    if (method !== "GET") continue;
    const actor = seer(row.answers);
    if (actor) await ask(app.url + addressOf(path, cast.home(actor), row), { cookie: cast.cookies[actor] });
    if (!reads[key]) continue;
    const { params = {}, query = "", ...how } = await reads[key](stage);
    await ask(app.url + addressOf(path, cast.a, { params, query }), how);
  }
  // Of no person, so not in the fence's table.
  for (const path of ["/robots.txt", "/sitemap.xml"]) await ask(app.url + path);
  // Whoever serves reads what they were paid themself.
  const { tenantId, periodId, staffId } = await stage.settled();
  const { cookie } = await stage.member("staff", { tenantId, staffId });
  await ask(`${app.url}/api/dashboard/${tenantId}/me/payslips/${periodId}`, { cookie });
  const never = neverWell(await contractOf(app.url), (key) => key.startsWith("GET ") && !isPicture(key));
  expect(never.filter((key) => !(key in onlyRefused))).toEqual([]);
});
