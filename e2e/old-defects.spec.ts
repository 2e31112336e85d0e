import { drawn } from "@/db/seed/png";
import { mostPictureBytes } from "@/lib/gallery/rules";
import { newId } from "@/lib/platform/ids";
import { paidVisit } from "@/lib/reviews/testing/paid-visit";
import { type Cast, castOf, type Place } from "./fence/actors";
import { addressOf, ask, methods } from "./fence/ask";
import { actionNamed, call } from "./fence/call";
import { inventory } from "./fence/inventory";
import { fingerprint } from "./fence/rows";
import { bookByApi, daysOn, newPhone, openSlots, signInCookie } from "./support/api";
import { boss } from "./support/applicants";
import { addMember } from "./support/house";
import { portalCookie, signUp } from "./support/portal";
import { expect, test } from "./support/realtime";

// What the system that this one replaces let happen, one by one: businesses, their people and their streams.
// Signing in and public bookings have specs of their own beside this one.

const { pages, routes } = inventory();

let cast: Cast;
test.beforeAll(async ({ app }) => {
  cast = await castOf(app);
});

const closedTo = [401, 403, 404, 405];
/** What stands in addresses besides what belongs to somebody. */
const anyParams = ({ serviceId }: Place) => ({
  ...{ decision: "suspend", date: "2031-03-03", resourceId: serviceId, periodId: serviceId },
  ...{ productId: serviceId, countId: serviceId, importId: serviceId },
  ...{ step: "all", what: "result" },
});

test("a super-admin's picture was answered with 201 and stored nowhere; files of any size and kind were taken", async ({
  app,
}) => {
  const kept = async () => (await app.sql`select count(*)::int as n from gallery_pictures`)[0]!.n;
  const before = await kept();
  const send = (cookie: string, body: BodyInit) =>
    ask(`${app.url}/api/dashboard/${cast.a.tenantId}/gallery`, { method: "POST", cookie, body });
  const picture = new Uint8Array(drawn(() => [120, 80, 60]));
  // Who works there may; an administrator is told that nothing is there.
  expect((await send(cast.cookies.admin, picture)).status).toBe(404);
  expect((await send(cast.cookies.owner, "<svg onload='alert(1)'/>")).status).toBe(415);
  expect((await send(cast.cookies.owner, new Uint8Array(mostPictureBytes + 1))).status).toBe(413);
  expect(await kept()).toBe(before);
  expect((await send(cast.cookies.owner, picture)).status).toBe(201);
  expect(await kept()).toBe(before + 1);
});

test("another business's private pictures were shown for its id in a query", async ({ app }) => {
  const id = newId();
  await app.sql`insert into gallery_pictures (tenant_id, id, is_public, position, width, height)
    values (${cast.a.tenantId}, ${id}, false, 0, 10, 10)`;
  const seen = async (address: string, cookie = "") => (await ask(app.url + address, { cookie })).status;
  const { owner, ownerB } = cast.cookies;
  for (const query of ["", `?tenant=${cast.a.tenantId}`, `?tenantId=${cast.a.tenantId}`]) {
    const found = await ask(`${app.url}/api/dashboard/${cast.b.tenantId}/gallery${query}`, { cookie: ownerB });
    expect([found.status, found.body.includes(id)]).toEqual([200, false]);
  }
  expect(await seen(`/api/dashboard/${cast.a.tenantId}/gallery/${id}/picture`, ownerB)).toBe(404);
  expect(await seen(`/api/dashboard/${cast.b.tenantId}/gallery/${id}/picture`, ownerB)).toBe(404);
  for (const slug of [cast.a.slug, cast.b.slug])
    expect(await seen(`/api/public/${slug}/gallery/${id}/picture`)).toBe(404);
  const listed = await ask(`${app.url}/api/dashboard/${cast.a.tenantId}/gallery`, { cookie: owner });
  expect(listed.body).toContain(id);
});

test("a customer's token listed all customers of the business, with their numbers", async ({ app }) => {
  const found = async (cookie: string) => {
    const answer = await ask(`${app.url}/api/dashboard/${cast.a.tenantId}/customers?search=2547`, { cookie });
    return answer.status;
  };
  const { customer, ownerB, staff, owner } = cast.cookies;
  // Staff see whom they serve, without numbers: by a number they find nobody.
  expect([await found(""), await found(customer), await found(ownerB), await found(staff)]).toEqual([
    401, 401, 404, 200,
  ]);
  expect(await found(owner)).toBe(200);
  const all = await ask(`${app.url}/api/dashboard/${cast.a.tenantId}/customers`, { cookie: staff });
  expect(all.body).not.toMatch(/\+254/);
  const gone = await ask(`${app.url}/api/dashboard/${cast.a.tenantId}/customers`, { cookie: owner, method: "DELETE" });
  expect(closedTo).toContain(gone.status);
});

test("anybody changed any field of any customer, and whoever deleted one deleted past revenue", async ({ app }) => {
  const { customerId, tenantId } = cast.a;
  const address = `${app.url}/api/dashboard/${tenantId}/customers/${customerId}`;
  const read = async () =>
    (await app.sql`select name, phone, email, account_id, allergies from customers where id = ${customerId}`)[0]!;
  const before = await read();
  const taken = { name: "Taken", phone: "+254799000999", email: "taken@taken.test", accountId: newId() };
  const body = JSON.stringify({ ...taken, allergies: "Latex", notes: "", seen: { allergies: "", notes: "" } });
  const { customer, ownerB, owner } = cast.cookies;
  for (const cookie of ["", customer, ownerB])
    expect(closedTo).toContain((await ask(address, { cookie, method: "PATCH", body })).status);
  expect(await read()).toEqual(before);
  expect((await ask(address, { cookie: owner, method: "PATCH", body })).status).toBe(200);
  expect(await read()).toEqual({ ...before, allergies: "Latex" });
  // What the desk keeps is the desk's to change, over what it has seen, and of what there is to be changed.
  const change = (cookie: string, seen: object) =>
    ask(address, { cookie, method: "PUT", body: JSON.stringify({ to: { ...taken, points: 99_999 }, seen }) });
  for (const cookie of ["", customer, ownerB, cast.cookies.staff])
    expect(closedTo).toContain((await change(cookie, taken)).status);
  expect((await change(owner, { name: "Old", phone: "+254799000111", email: null })).status).toBe(409);
  expect(await read()).toEqual({ ...before, allergies: "Latex" });
  expect(closedTo).toContain((await ask(address, { cookie: owner, method: "DELETE" })).status);
  // What is done with all of somebody's data is the house's own, and whose role it is not is told so.
  const doors = ["export", "privacy", `merge?with=${newId()}`].map((door) => `${address}/${door}`);
  for (const door of [...doors, ...["imports", "duplicates"].map((path) => address.replace(customerId, path))])
    for (const cookie of ["", customer, ownerB, cast.cookies.staff])
      expect(closedTo, door).toContain((await ask(door, { cookie })).status);
});

test("a piece of a phone number told strangers' names, phones and points of all businesses", async ({ app }) => {
  const address = `${app.url}/api/portal/${cast.a.slug}/rewards`;
  const { anonymous, owner, ownerB, customer } = cast.cookies;
  for (const cookie of [anonymous, owner, ownerB])
    for (const query of ["", "?identifier=25", "?phone=0712"])
      expect((await ask(address + query, { cookie })).status).toBe(401);
  const own = await ask(address, { cookie: customer });
  expect(own.status).toBe(200);
  expect(Object.keys(JSON.parse(own.body))).not.toContain("customer");
  // Another business does not know them, and says no more.
  expect((await ask(`${app.url}/api/portal/${cast.b.slug}/rewards`, { cookie: customer })).status).toBe(404);
});

test("points and states were taken from the body: a reward was had without enough points, and used at once", async ({
  app,
}) => {
  const rewardId = newId();
  await app.sql`insert into rewards (tenant_id, id, name, kind, currency, points_required)
    values (${cast.a.tenantId}, ${rewardId}, 'Free tea', 'gift', 'KES', 20)`;
  const before = await fingerprint(app.sql, cast.tenantIds);
  const wish = { rewardId, key: newId(), points: 99_999, status: "redeemed", customerId: cast.a.bookingId };
  const asked = await ask(`${app.url}/api/portal/${cast.a.slug}/rewards`, {
    ...{ method: "POST", cookie: cast.cookies.customer, body: JSON.stringify(wish) },
  });
  expect([asked.status, JSON.parse(asked.body).code]).toEqual([409, "too_little"]);
  const { points_balances: _, ...after } = await fingerprint(app.sql, cast.tenantIds);
  const { points_balances: __, ...was } = before;
  expect(after).toEqual(was);
});

test("whoever knew a business's id heard everything that happened there", async ({ app }) => {
  const stream = `${app.url}/api/dashboard/${cast.a.tenantId}/stream`;
  const as = async (cookie: string) => (await ask(stream, { cookie })).status;
  expect([await as(""), await as(cast.cookies.customer), await as(cast.cookies.ownerB)]).toEqual([401, 401, 404]);
  // A page of another site cannot read it with the visitor's cookie either.
  const lent = await ask(stream, { cookie: cast.cookies.owner, headers: { origin: "https://elsewhere.example" } });
  expect(lent.headers.get("access-control-allow-origin")).toBeNull();
});

test("public answers told the id that opened the rest", async ({ app }) => {
  const { slug, tenantId } = cast.a;
  for (const path of [`/api/public/${slug}`, "/api/public/tenants?search=house", `/book/${slug}`, `/portal/${slug}`])
    expect((await ask(app.url + path)).body, path).not.toContain(tenantId);
});

test("anybody listened to the platform's own news", async ({ app }) => {
  const as = async (cookie: string) => (await ask(`${app.url}/api/admin/stream`, { cookie })).status;
  const { anonymous, customer, owner, admin } = cast.cookies;
  expect([await as(anonymous), await as(customer), await as(owner), await as(admin)]).toEqual([401, 401, 404, 200]);
});

test("a customer read, changed and deleted whatever the business had, and the business itself", async ({ app }) => {
  const before = await fingerprint(app.sql, cast.tenantIds);
  const inside = [...pages, ...routes].filter((path) => /^\/(api\/)?(dashboard|admin|profile)/.test(path));
  expect(inside.length).toBeGreaterThan(15);
  for (const path of inside)
    for (const method of pages.includes(path) ? (["GET"] as const) : methods) {
      const address = addressOf(path, cast.a, { params: anyParams });
      const { status } = await ask(app.url + address, { method, cookie: cast.cookies.customer });
      expect([307, 401, 405], `${method} ${path}: ${status}`).toContain(status);
    }
  expect(await fingerprint(app.sql, cast.tenantIds)).toEqual(before);
});

test("no business, no filter: a login that belongs nowhere saw everybody's", async ({ app }) => {
  const cookie = cast.cookies.removed;
  const session = await ask(`${app.url}/api/auth/session`, { cookie });
  expect(JSON.parse(session.body).memberships).toEqual([]);
  for (const path of routes.filter((path) => /^\/api\/(dashboard|admin)/.test(path))) {
    const { status } = await ask(app.url + addressOf(path, cast.a, { params: anyParams }), { cookie });
    expect(closedTo, `${path}: ${status}`).toContain(status);
  }
  expect((await ask(`${app.url}/dashboard`, { cookie })).body).not.toContain(cast.a.slug);
});

test("any owner gave any business any plan without paying, and changed its state", async ({ app }) => {
  const { tenantId } = cast.a;
  const address = `${app.url}/api/dashboard/${tenantId}/subscription`;
  await app.sql`insert into subscriptions (tenant_id, plan_id, interval, status, period_start, period_end, price_minor, anchor_on)
    values (${tenantId}, 'starter', 'month', 'active', ${daysOn(-10)}, ${daysOn(20)}, 250000, ${daysOn(20)})`;
  const row = async () =>
    (await app.sql`select plan_id, status, period_end::text from subscriptions where tenant_id = ${tenantId}`)[0]!;
  const before = await row();
  const free = JSON.stringify({
    ...{
      planId: "enterprise",
      interval: "year",
      status: "active",
      periodEnd: "2099-01-01",
      priceMinor: 0,
      amountMinor: 0,
    },
  });
  for (const [who, cookie] of Object.entries(cast.cookies).filter(([name]) => name !== "owner"))
    expect([...closedTo], who).toContain((await ask(address, { method: "POST", cookie, body: free })).status);
  // Its own owner may choose, and it holds once it is paid.
  const chosen = await ask(address, { method: "POST", cookie: cast.cookies.owner, body: free });
  expect([chosen.status, JSON.parse(chosen.body).state]).toEqual([200, "pay"]);
  expect(await row()).toEqual(before);
  const [invoice] =
    await app.sql`select id from subscription_invoices where tenant_id = ${tenantId} and status = 'open'`;
  const admin = `${app.url}/api/admin/subscriptions/${tenantId}`;
  const paid = JSON.stringify({ invoiceId: invoice!.id, note: "paid, truly", days: 300 });
  const patched = await ask(admin, { method: "PATCH", cookie: cast.cookies.owner, body: paid });
  expect(closedTo).toContain(patched.status);
  expect(await row()).toEqual(before);
  await app.sql`delete from subscription_invoices where tenant_id = ${tenantId}`;
  await app.sql`delete from subscriptions where tenant_id = ${tenantId}`;
});

test("any login made businesses that were open at once", async ({ app }) => {
  const wish = { businessName: `Grab ${newId()}`, businessType: "salon", city: "Thika", phone: "0712 345 678" };
  const made = await ask(`${app.url}/api/auth/register`, {
    method: "POST",
    cookie: cast.cookies.staff,
    body: JSON.stringify({ ...wish, acceptTerms: true, status: "active", kind: "platform" }),
  });
  expect(made.status, made.body).toBe(201);
  const [row] = await app.sql`select status, kind from tenants where name = ${wish.businessName}`;
  expect(row).toEqual({ status: "pending", kind: "business" });
});

test("anybody reported a payment, of any amount and twice: at the till only who takes money there does, and once", async ({
  app,
}) => {
  const take = actionNamed("app/dashboard/[tenantId]/till/actions.ts#take");
  const sell = actionNamed("app/dashboard/[tenantId]/till/actions.ts#sell");
  const { tenantId, serviceId } = cast.a;
  const page = `${app.url}/dashboard/${tenantId}/till`;
  const as = (cookie: string, action: typeof take, wish: object) => call(page, action, [tenantId, wish], { cookie });
  const sold = await as(cast.cookies.owner, sell, { lines: [{ serviceId }], key: newId() });
  const { id: saleId, owedMinor } = (sold.answer as { value: { id: string; owedMinor: number } }).value;
  const wish = { saleId, method: "cash", amountMinor: owedMinor, status: "paid", key: newId() };
  const before = await fingerprint(app.sql, cast.tenantIds);
  const { anonymous, customer, ownerB, staff, removed, owner } = cast.cookies;
  for (const cookie of [anonymous, customer, ownerB, staff, removed])
    expect([303, 404]).toContain((await as(cookie, take, wish)).status);
  const much = await as(owner, take, { ...wish, amountMinor: owedMinor + 1, key: newId() });
  expect(much.answer).toMatchObject({ ok: false, code: "too_much" });
  expect(await fingerprint(app.sql, cast.tenantIds)).toEqual(before);
  const twice = await Promise.all([1, 2].map(() => as(owner, take, wish)));
  expect(twice.map(({ answer }) => answer)).toMatchObject([{ ok: true }, { ok: true }]);
  const paid = await app.sql`select amount_minor::int as minor from payments where sale_id = ${saleId}`;
  expect(paid).toEqual([{ minor: owedMinor }]);
});

test("a suspended business went on with its old sign-in, and opened itself again", async ({ app, house }) => {
  const { tenantId, owner } = house;
  const decide = (cookie: string, decision: string) =>
    ask(`${app.url}/api/admin/tenants/${tenantId}/${decision}`, {
      method: "POST",
      cookie,
      body: JSON.stringify({ reason: "It did not pay." }),
    });
  const stats = async () => (await ask(`${app.url}/api/dashboard/${tenantId}/stats`, owner)).status;
  expect(await stats()).toBe(200);
  expect((await decide(await signInCookie(app.url, boss), "suspend")).status).toBe(200);
  expect(await stats()).toBe(404);
  expect((await decide(owner.cookie, "reactivate")).status).toBe(404);
  const again = { status: "active", is_active: true, tenantId };
  for (const path of ["/api/auth/profile", `/api/dashboard/${tenantId}/members/${owner.userId}`])
    await ask(app.url + path, { method: "PATCH", cookie: owner.cookie, body: JSON.stringify(again) });
  expect(await stats()).toBe(404);
  const [row] = await app.sql`select status from tenants where id = ${tenantId}`;
  expect(row!.status).toBe("suspended");
});

test("customers changed a business's settings, and a suspended one opened itself again there", async ({ app }) => {
  const places = ["policy", "hours", "holidays", "cancellation", "resources", "days/2031-03-03"];
  const wish = { status: "active", kind: "platform", isActive: true, stepMinutes: 5, cancellation: null, closed: true };
  const before = await fingerprint(app.sql, cast.tenantIds);
  const send = async (actor: "customer" | "suspended", place: string, method: "PUT" | "PATCH" | "POST") => {
    const { tenantId } = cast.home(actor);
    const address = `${app.url}/api/dashboard/${tenantId}/settings/${place}`;
    return (await ask(address, { method, cookie: cast.cookies[actor], body: JSON.stringify(wish) })).status;
  };
  for (const place of places)
    for (const method of ["PUT", "PATCH", "POST"] as const) {
      expect([401, 405], `${method} ${place}`).toContain(await send("customer", place, method));
      expect([404, 405], `${method} ${place}`).toContain(await send("suspended", place, method));
    }
  expect(await fingerprint(app.sql, cast.tenantIds)).toEqual(before);
  // Nor does whoever may change them change what the business is.
  const { owner } = cast.cookies;
  const policy = `${app.url}/api/dashboard/${cast.a.tenantId}/settings/policy`;
  expect((await ask(policy, { method: "PATCH", cookie: owner, body: JSON.stringify(wish) })).status).toBe(200);
  const [row] = await app.sql`select status, kind, policy from tenants where id = ${cast.a.tenantId}`;
  expect(row).toMatchObject({ status: "active", kind: "business" });
  expect(JSON.stringify(row!.policy)).not.toMatch(/platform|isActive/);
});

test("rows were moved into another business, and named people of another", async ({ app }) => {
  const theirs = await addMember(app.database, cast.b.tenantId, "staff");
  const before = await app.sql`select * from members where tenant_id = ${cast.b.tenantId} order by user_id`;
  const members = `${app.url}/api/dashboard/${cast.a.tenantId}/members`;
  const cookie = cast.cookies.owner;
  const moved = { role: "front_desk", tenantId: cast.b.tenantId, tenant: cast.b.tenantId };
  const change = (userId: string) =>
    ask(`${members}/${userId}`, { method: "PATCH", cookie, body: JSON.stringify(moved) });
  const mine = await addMember(app.database, cast.a.tenantId, "staff");
  expect((await change(mine.userId)).status).toBe(200);
  const [foreign, missing] = [await change(theirs.userId), await change(newId())];
  expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
  const [row] = await app.sql`select tenant_id, role from members where user_id = ${mine.userId}`;
  expect(row).toEqual({ tenant_id: cast.a.tenantId, role: "front_desk" });
  expect(await app.sql`select * from members where tenant_id = ${cast.b.tenantId} order by user_id`).toEqual(before);
});

test("another business's id in the query showed its rows", async ({ app }) => {
  const list = `${app.url}/api/dashboard/${cast.a.tenantId}/bookings`;
  for (const name of ["tenant", "tenantId", "tenant_id"]) {
    const { body } = await ask(`${list}?${name}=${cast.b.tenantId}`, { cookie: cast.cookies.owner });
    expect(body, name).toContain(cast.a.bookingId);
    expect(body, name).not.toContain(cast.b.bookingId);
  }
});

test("the platform's page of one business showed the rows of all", async ({ app }) => {
  const { body } = await ask(`${app.url}/api/admin/tenants/${cast.a.tenantId}`, { cookie: cast.cookies.admin });
  expect(JSON.parse(body).counts).toMatchObject({ staff: 1, services: 1, bookings: 2 });
  for (const theirs of [cast.b.tenantId, cast.b.userId, cast.b.slug]) expect(body).not.toContain(theirs);
});

test("anybody read the phones, addresses and commissions of all staff, and the whole row of each business", async ({
  app,
}) => {
  const of = async (path: string) => JSON.parse((await ask(app.url + path)).body);
  const { tenant, staff } = await of(`/api/public/${cast.a.slug}`);
  expect(Object.keys(staff[0]).sort()).toEqual(["id", "name"]);
  expect(Object.keys(tenant).sort()).toEqual(
    ["slug", "name", "businessType", "city", "phone", "timeZone", "currency"].sort(),
  );
  const { items } = await of("/api/public/tenants?search=amani");
  expect(Object.keys(items[0]).sort()).toEqual(["businessType", "city", "name", "slug"]);
});

test("customers and stylists read what everybody earns, what the house spends, what comes in, what is left and what stands on its shelf", async ({
  app,
}) => {
  const { customer, ownerB, staff, desk, owner } = cast.cookies;
  const doors = routes.filter((path) =>
    /payroll|expenses|reports|analytics|daily-stats|stock|inventory-logs/.test(path),
  );
  expect(doors.length).toBeGreaterThan(15);
  const as = async (path: string, cookie: string) =>
    (await ask(app.url + addressOf(path, cast.a, { params: anyParams }), { cookie })).status;
  for (const path of doors)
    expect([await as(path, customer), await as(path, ownerB), await as(path, staff)], path).toEqual([401, 404, 403]);
  for (const path of doors.filter((one) => /payroll|reports|analytics|daily-stats/.test(one)))
    expect(await as(path, desk), path).toBe(403);
  expect(await as("/api/dashboard/[tenantId]/payroll", owner)).toBe(200);
});

test("stylists saw what owners see", async ({ app, house }) => {
  const stylist = await addMember(app.database, house.tenantId, "staff", house.staffIds[0]!);
  const as = async (path: string) => ask(`${app.url}/api/dashboard/${house.tenantId}/${path}`, stylist);
  for (const path of ["members", "audit", "services"]) expect((await as(path)).status, path).toBe(403);
  const { items } = JSON.parse((await as("staff")).body);
  expect(items.map(({ id }: { id: string }) => id)).toEqual([house.staffIds[0]]);
  expect((await as(`staff/${house.staffIds[1]}`)).status).toBe(404);
  const taken = { ...stylist, method: "POST", body: "{}" } as const;
  expect((await ask(`${app.url}/api/dashboard/${house.tenantId}/audit/export`, taken)).status).toBe(403);
  const [own, other] = house.staffIds;
  const booked = [];
  for (const staffId of [own!, other!]) {
    const wish = { ...house.wishes.next().value, staffId };
    const made = await ask(`${app.url}/api/public/${house.slug}/bookings`, {
      method: "POST",
      body: JSON.stringify({
        lines: [{ serviceId: wish.serviceId, staffId }],
        startsAt: wish.startsAt,
        customer: { name: "Akinyi", phone: "0712 345 679" },
      }),
    });
    booked.push(JSON.parse(made.body).id as string);
  }
  const list = await as("bookings");
  expect(JSON.parse(list.body).items.map(({ id }: { id: string }) => id)).toEqual([booked[0]]);
  expect(list.body).not.toContain("712345679");
  expect((await as(`bookings/${booked[1]}`)).status).toBe(404);
});

test("whoever knew the id of a visit read the customer's name, notes and amount", async ({ app }) => {
  const visit = `${app.url}/api/dashboard/${cast.a.tenantId}/visits/${cast.a.visitId}`;
  const as = async (cookie: string) => (await ask(visit, { cookie })).status;
  const { anonymous, customer, ownerB, removed, owner } = cast.cookies;
  expect([await as(anonymous), await as(customer), await as(ownerB), await as(removed), await as(owner)]).toEqual([
    401, 401, 404, 404, 200,
  ]);
  const asB = (id: string) =>
    ask(`${app.url}/api/dashboard/${cast.b.tenantId}/visits/${id}`, { cookie: cast.cookies.ownerB });
  const [foreign, missing] = [await asB(cast.a.visitId), await asB(newId())];
  expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
});

test("deleting a service deleted all its bookings; people took on services of another business", async ({
  app,
  house,
}) => {
  const inside = `${app.url}/api/dashboard/${house.tenantId}`;
  const as = (method: "PUT" | "DELETE", path: string, body: object) =>
    ask(`${inside}/${path}`, { method, cookie: house.owner.cookie, body: JSON.stringify(body) });
  const { serviceId, staffId, startsAt } = house.wishes.next().value;
  const customer = { name: "Akinyi", phone: "0712 345 680" };
  const wish = JSON.stringify({ lines: [{ serviceId, staffId }], startsAt, customer });
  const made = await ask(`${app.url}/api/public/${house.slug}/bookings`, { method: "POST", body: wish });
  const { id } = JSON.parse(made.body);

  const held = await as("DELETE", `services/${serviceId}`, {});
  expect(held.status).toBe(409);
  expect(JSON.parse(held.body)).toMatchObject({ code: "bookings_affected", total: 1, bookings: [{ id }] });
  expect((await as("DELETE", `services/${serviceId}`, { anyway: true })).status).toBe(200);
  const kept = JSON.parse((await ask(`${inside}/bookings/${id}`, house.owner)).body);
  expect(kept).toMatchObject({ status: "confirmed", services: ["Cut"] });

  const theirs = { services: [{ serviceId: cast.b.serviceId }] };
  const none = { services: [{ serviceId: newId() }] };
  const [foreign, missing] = [theirs, none].map((given) => as("PUT", `staff/${staffId}/services`, given));
  expect((await foreign!).status).toBe(422);
  expect((await foreign!).body).toBe((await missing!).body);
});

test("the id of a visit was enough to review in a customer's name, with any rating", async ({ app, house }) => {
  const { visitId } = await paidVisit(app.sql, house);
  expect((await ask(`${app.url}/v/${visitId}`, {})).status).toBe(404);
  const said = { visitId, rating: 5, words: "Mine" };
  const tell = async (cookie: string, body: object = said) =>
    (await ask(`${app.url}/api/portal/${house.slug}/reviews`, { method: "POST", cookie, body: JSON.stringify(body) }))
      .status;
  const stranger = await portalCookie(app, house.slug);
  expect([await tell(""), await tell(stranger), await tell(house.owner.cookie)]).toEqual([401, 404, 401]);
  const { phone, visitId: own } = await paidVisit(app.sql, house);
  const cookie = await portalCookie(app, house.slug, phone!);
  for (const rating of [999, 0, -1, 4.5, "five", null])
    expect(await tell(cookie, { visitId: own, rating }), `${rating}`).toBe(422);
  expect(await tell(cookie, said)).toBe(404);
  expect(await app.sql`select 1 from reviews where tenant_id = ${house.tenantId}`).toHaveLength(0);
  // Whose it is comes from the visit, and never from what is sent along.
  expect(await tell(cookie, { visitId: own, rating: 5, customerId: newId(), tenantId: newId() })).toBe(200);
  const [row] = await app.sql`select c.phone from reviews r join customers c on c.tenant_id = r.tenant_id
    and c.id = r.customer_id where r.tenant_id = ${house.tenantId}`;
  expect(row!.phone).toBe(phone);
});

test("anybody opened any chat, wrote in the business's name, and customers read each other's", async ({
  app,
  house,
}) => {
  const [mary, jane] = await Promise.all([paidVisit(app.sql, house), paidVisit(app.sql, house)]);
  const cookies = await Promise.all([mary, jane].map(({ phone }) => portalCookie(app, house.slug, phone!)));
  const at = `${app.url}/api/portal/${house.slug}/conversations`;
  const write = (cookie: string, more: object = {}) =>
    ask(at, { method: "POST", cookie, body: JSON.stringify({ id: newId(), words: "Only for you", ...more }) });
  // Who wrote comes from the session, whatever the body says.
  const forged = {
    side: "house",
    senderId: house.owner.userId,
    byUserId: house.owner.userId,
    customerId: jane.customerId,
  };
  expect((await write(cookies[0]!, forged)).status).toBe(200);
  const rows =
    await app.sql`select m.side, m.by_user_id, k.customer_id from conversation_messages m join conversations k
    on k.tenant_id = m.tenant_id and k.id = m.conversation_id where m.tenant_id = ${house.tenantId}`;
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { side: "customer", by_user_id: null, customer_id: mary.customerId },
  ]);
  expect((await ask(at, { cookie: cookies[0]! })).body).toContain("Only for you");
  expect((await ask(at, { cookie: cookies[1]! })).body).not.toContain("Only for you");
  expect((await write("")).status).toBe(401);
  const [talk] = await app.sql`select id from conversations where tenant_id = ${house.tenantId}`;
  const house2 = `${app.url}/api/dashboard/${house.tenantId}/conversations/${talk!.id}`;
  for (const cookie of ["", cookies[1]!, cast.cookies.owner])
    expect(closedTo, cookie.slice(0, 20)).toContain((await ask(house2, { cookie })).status);
  const elsewhere = `${app.url}/api/dashboard/${cast.a.tenantId}/conversations/${talk!.id}`;
  expect((await ask(elsewhere, { cookie: cast.cookies.owner })).status).toBe(404);
});

test("a name let in the first customer who had it, of whichever business", async ({ app }) => {
  const [known] = await app.sql<{ name: string; phone: string }[]>`
    select name, phone from customers where tenant_id = ${cast.b.tenantId} and phone is not null limit 1`;
  const codes = async () => (await app.sql`select count(*) from messages where template = 'portal-code'`)[0];
  const before = await codes();
  for (const phone of [known!.name, known!.name.split(" ")[0], known!.phone.slice(-6)]) {
    const answer = await signUp(app, { slug: cast.a.slug, phone });
    expect(answer.status, phone).toBe(422);
    expect(await answer.text()).not.toContain(known!.phone);
  }
  expect(await codes()).toEqual(before);
});

test("one person could not be a customer of two businesses", async ({ app }) => {
  const phone = newPhone();
  const both = [
    { ...cast.a, name: "Wambui Njoroge" },
    { ...cast.b, name: "Wambui N." },
  ];
  for (const { slug, serviceId, name } of both) {
    const [free] = await openSlots(app.url, slug, serviceId);
    expect((await bookByApi(app.url, slug, { serviceId, startsAt: free!.startsAt, name, phone })).status).toBe(201);
  }
  for (const { slug, name } of both) {
    const cookie = await portalCookie(app, slug, phone);
    const own = await ask(`${app.url}/portal/${slug}`, { cookie });
    expect(own.status).toBe(200);
    expect(own.body).toContain(name);
  }
});
