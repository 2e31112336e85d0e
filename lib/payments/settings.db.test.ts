import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { sealUnder } from "@/lib/platform/seal";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { darajaAccount, shownAccount } from "./get-account";
import { getMpesaSettings } from "./get-mpesa-settings";
import { hearConfirmation } from "./hear-confirmation";
import { mpesaKeysInput, mpesaNumberInput, refundQuery } from "./input";
import { letMpesaTell } from "./let-mpesa-tell";
import { listInbox } from "./list-inbox";
import { listRefunds } from "./list-refunds";
import { removeKeys } from "./remove-keys";
import { setAccount } from "./set-account";
import { setKeys } from "./set-keys";
import { type SimAccount, simulatedAccounts } from "./simulator/accounts";
import { takeSimulated } from "./take-simulated";
import { testConnection } from "./test-connection";
import { arrived } from "./testing/desk";
import { type Money, startMoney } from "./testing/money-house";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
const owner: Actor = { kind: "member", userId: newId(), role: "owner", staffId: null };
let money: Money;
let house: House;
let account: SimAccount;

beforeAll(async () => {
  money = await startMoney();
});
afterAll(() => Promise.all([money.stop(), sql.end()]));
beforeEach(async () => {
  house = await makeHouse();
  const tail = newId().slice(-12);
  account = {
    name: "Test House",
    kind: "till",
    shortcode: String(100_000 + (Number.parseInt(tail.slice(-6), 16) % 800_000)),
    till: "5151515",
    consumerKey: `consumer-key-${tail}`,
    consumerSecret: `consumer-secret-${tail}`,
    passkey: `the-passkey-${tail}`,
  };
  money.simulator.control.addAccount(account);
});

const inHouse = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(house.tenantId, owner, work);
const settings = () => readTenant(house.tenantId, owner, getMpesaSettings);
const number = (more: object = {}) =>
  mpesaNumberInput.parse({ kind: "till", number: account.till, storeNumber: account.shortcode, ...more });
const keys = (more: object = {}) => {
  const { consumerKey, consumerSecret, passkey } = account;
  return mpesaKeysInput.parse({ environment: "sandbox", consumerKey, consumerSecret, passkey, ...more });
};
const set = async (more: object = {}) => {
  await inHouse((scope) => setAccount(scope, number()));
  return inHouse((scope) => setKeys(scope, keys(more)));
};
const tried = async (more: object = {}) => {
  await set(more);
  const answer = await testConnection(house.tenantId, owner);
  return answer.ok ? answer.value.fault : answer.refusal;
};
const audited = () => sql<{ action: string; after: string | null }[]>`
  select action, after from audit_entries where tenant_id = ${house.tenantId} order by at, id`;

test("a number alone is shown, and codes are typed in", async () => {
  await inHouse((scope) => setAccount(scope, number({ storeNumber: "" })));
  expect(await readTenant(house.tenantId, owner, shownAccount)).toEqual({
    kind: "till",
    number: "5151515",
    prompts: false,
  });
  expect(await settings()).toMatchObject({ keys: null, test: null, environment: null });
  expect(await testConnection(house.tenantId, owner)).toEqual({ ok: false, refusal: "no_keys" });
});

test("keys are sealed, of what is shown nothing is a secret, and neither the log nor the audit has one", async () => {
  expect(await set({ initiatorName: "kerubo", initiatorPassword: "Never#Told1" })).toEqual({ ok: true, value: true });
  const shown = await settings();
  expect(shown.keys).toMatchObject({ endsIn: account.consumerKey.slice(-4), initiator: true });
  const [secret] = await sql`select sealed from tenant_secrets where tenant_id = ${house.tenantId}`;
  const told = JSON.stringify([
    shown,
    secret,
    await audited(),
    await sql`select payload from events where tenant_id = ${house.tenantId}`,
  ]);
  for (const word of [account.consumerKey, account.consumerSecret, account.passkey, "Never#Told1"])
    expect(told).not.toContain(word);
  expect((await audited()).map(({ action }) => action)).toEqual(["mpesa.number_set", "mpesa.keys_set"]);
});

test("what is blank stays, and an initiator is a name and a password", async () => {
  await set();
  const again = mpesaKeysInput.parse({ environment: "live", consumerKey: "", consumerSecret: "", passkey: "" });
  expect((await inHouse((scope) => setKeys(scope, again))).ok).toBe(true);
  expect(await readTenant(house.tenantId, owner, darajaAccount)).toMatchObject({
    environment: "live",
    passkey: account.passkey,
    shortcode: account.shortcode,
    partyB: "5151515",
  });
  expect(await inHouse((scope) => setKeys(scope, { ...again, initiatorName: "kerubo" }))).toEqual({
    ok: false,
    refusal: "missing",
    fields: ["initiatorPassword"],
  });
});

test("keys want a number, a till's keys its store number, and the first time all three of them", async () => {
  expect(await inHouse((scope) => setKeys(scope, keys()))).toEqual({ ok: false, refusal: "no_number" });
  await inHouse((scope) => setAccount(scope, number({ storeNumber: "" })));
  expect(await inHouse((scope) => setKeys(scope, keys()))).toEqual({ ok: false, refusal: "no_store_number" });
  await inHouse((scope) => setAccount(scope, number()));
  expect(await inHouse((scope) => setKeys(scope, keys({ passkey: "" })))).toEqual({
    ok: false,
    refusal: "missing",
    fields: ["passkey"],
  });
  expect((await settings()).keys).toBeNull();
});

test("the test says that it works, or which of them is wrong", async () => {
  expect(await tried()).toBeNull();
  expect((await settings()).test).toMatchObject({ fault: null });
  expect(await tried({ consumerSecret: "another-secret" })).toMatch(/consumer key or the consumer secret is wrong/);
  expect((await settings()).test?.fault).toMatch(/consumer secret is wrong/);
  expect(await tried({ consumerSecret: account.consumerSecret, passkey: "another-passkey" })).toMatch(/passkey/);
  await set();
  await inHouse((scope) => setAccount(scope, number({ storeNumber: "99999" })));
  expect((await settings()).test).toBeNull();
  expect(await testConnection(house.tenantId, owner)).toMatchObject({
    value: { fault: expect.stringMatching(/does not know this number/) },
  });
});

test("keys that work are compared with Safaricom's list every night, planned once", async () => {
  await tried();
  await testConnection(house.tenantId, owner);
  const planned = await sql`select 1 from due where tenant_id = ${house.tenantId} and kind = 'compare_days'`;
  expect(planned).toHaveLength(1);
});

test("M-Pesa is told where to report, and what a customer types then arrives", async () => {
  expect(await letMpesaTell(house.tenantId, owner)).toEqual({ ok: false, refusal: "no_keys" });
  await set();
  expect(await letMpesaTell(house.tenantId, owner)).toEqual({
    ok: true,
    value: { payments: "registered", list: "registered" },
  });
  expect((await settings()).tellsSince).not.toBeNull();
  const [token] =
    await sql`select kind from access_tokens where tenant_id = ${house.tenantId} and subject_id = ${house.tenantId}`;
  expect(token?.kind).toBe("mpesa_account");
  await hearConfirmation(
    house.tenantId,
    {
      TransID: "ZK12345678",
      TransAmount: "500.00",
      BusinessShortCode: account.shortcode,
      TransTime: "20261128120000",
    },
    "196.201.212.69",
  );
  const [receipt] =
    await sql`select amount_minor::int as amount from mpesa_receipts where tenant_id = ${house.tenantId}`;
  expect(receipt?.amount).toBe(50_000);
});

test("removed keys are gone, the number stays, and a lent token with them", async () => {
  await tried();
  expect(await inHouse(removeKeys)).toBe(true);
  expect(await inHouse(removeKeys)).toBe(false);
  expect(await sql`select 1 from tenant_secrets where tenant_id = ${house.tenantId}`).toHaveLength(0);
  expect(await sql`select 1 from daraja_tokens where tenant_id = ${house.tenantId} and sealed <> ''`).toHaveLength(0);
  expect(await settings()).toMatchObject({ account: { number: "5151515" }, keys: null, environment: null });
});

test("the simulator's keys are taken in one step, and they work", async () => {
  money.simulator.control.addAccount(simulatedAccounts.paybill);
  expect(await inHouse((scope) => takeSimulated(scope, "paybill"))).toEqual({ ok: true, value: true });
  expect(await testConnection(house.tenantId, owner)).toEqual({ ok: true, value: { fault: null } });
});

test("two who save at once leave one of the two, whole", async () => {
  await inHouse((scope) => setAccount(scope, number()));
  const two = ["first", "second"].map((word) => keys({ consumerSecret: `secret-${word}`, passkey: `passkey-${word}` }));
  await Promise.all(two.map((one) => inHouse((scope) => setKeys(scope, one))));
  const kept = await readTenant(house.tenantId, owner, darajaAccount);
  expect(kept?.consumerSecret.replace("secret-", "")).toBe(kept?.passkey.replace("passkey-", ""));
});

test("another business's settings are not there", async () => {
  await set();
  const other = await makeHouse();
  expect(await readTenant(other.tenantId, owner, getMpesaSettings)).toMatchObject({ account: null, keys: null });
});

test("what is no number, and what is no key, is refused at the door", () => {
  for (const bad of ["", "1234", "12345678", "12a45"])
    expect(mpesaNumberInput.safeParse({ kind: "till", number: bad }).success).toBe(false);
  expect(mpesaNumberInput.parse({ kind: "paybill", number: "247 247" }).number).toBe("247247");
  expect(mpesaKeysInput.safeParse({ environment: "sandbox", consumerKey: "with a space in it" }).success).toBe(false);
  expect(mpesaKeysInput.safeParse({ environment: "moon" }).success).toBe(false);
});

test("keys that were sealed under a secret that is gone break nothing: codes are typed in, and it is said", async () => {
  await set();
  const asked = () => readTenant(house.tenantId, owner, shownAccount);
  expect(await asked()).toMatchObject({ prompts: true });
  await sql`update tenant_secrets set sealed = ${sealUnder("a secret that is gone", "{}", "elsewhere")}
    where tenant_id = ${house.tenantId}`;
  expect(await asked()).toMatchObject({ prompts: false, number: account.till });
  expect(await readTenant(house.tenantId, owner, darajaAccount)).toBeNull();
  expect(await settings()).toMatchObject({ keys: { endsIn: null } });
  expect(await readTenant(house.tenantId, owner, listInbox)).toMatchObject({ keysLost: true });
  expect((await readTenant(house.tenantId, owner, (scope) => listRefunds(scope, refundQuery.parse({})))).items).toEqual(
    [],
  );
  expect(await testConnection(house.tenantId, owner)).toEqual({ ok: false, refusal: "no_keys" });
  // What is missing is asked for: nothing of the old ones is left to keep.
  expect(await inHouse((scope) => setKeys(scope, keys({ passkey: "" })))).toMatchObject({ fields: ["passkey"] });
  await set();
  expect(await asked()).toMatchObject({ prompts: true });
  expect(await readTenant(house.tenantId, owner, listInbox)).toMatchObject({ keysLost: false });
});

test("what Safaricom said last stands while it is asked too often, and it is said when to ask again", async () => {
  expect(await tried()).toBeNull();
  money.simulator.control.addFault("query", "429");
  const told = await testConnection(house.tenantId, owner);
  expect(told).toMatchObject({ ok: false, refusal: "not_told", words: expect.stringMatching(/too often/) });
  expect(!told.ok && "retryAt" in told && Date.parse(told.retryAt)).toBeGreaterThan(now().getTime());
  expect((await settings()).test).toMatchObject({ fault: null });
});

test("a PayBill with keys does not become a till without the number of its store", async () => {
  await set();
  expect(await inHouse((scope) => setAccount(scope, number({ storeNumber: "" })))).toEqual({
    ok: false,
    refusal: "no_store_number",
  });
  expect((await settings()).account).toMatchObject({ storeNumber: account.shortcode });
  expect(await inHouse((scope) => setAccount(scope, number({ kind: "paybill", storeNumber: "" })))).toMatchObject({
    ok: true,
  });
});

test("what the sandbox told is not kept where money is real", async () => {
  await set();
  await letMpesaTell(house.tenantId, owner);
  const at = new Date().toISOString();
  await sql`update mpesa_accounts set pulls = true, pulled_since = ${at}, pulled_to = ${at} where tenant_id = ${house.tenantId}`;
  await arrived(house.tenantId, "ZSANDBOX12", 50_000, { source: "pull" });
  await sql`insert into mpesa_days (tenant_id, day, listed_minor, written_minor, compared_at)
    values (${house.tenantId}, '2026-11-01', 50000, 0, now())`;
  const inbox = () => readTenant(house.tenantId, owner, listInbox);
  expect(await inbox()).toMatchObject({ receipts: [{ receipt: "ZSANDBOX12" }], days: [{ listedMinor: 50_000 }] });
  expect((await set({ environment: "live" })).ok).toBe(true);
  expect(await inbox()).toMatchObject({ receipts: [], days: [] });
  expect(await settings()).toMatchObject({ environment: "live", pulls: null, tellsSince: null });
  const [read] = await sql`select pulled_to from mpesa_accounts where tenant_id = ${house.tenantId}`;
  expect(read).toEqual({ pulled_to: null });
});
