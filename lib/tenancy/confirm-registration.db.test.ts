import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { signIn } from "@/lib/auth/sign-in";
import { newId } from "@/lib/platform/ids";
import { askRegistration, askRegistrationCode } from "./ask-registration";
import { confirmRegistration } from "./confirm-registration";
import { applicants, business, email, from, login, password, wrongOf } from "./testing/applicants";

const admin = postgres(process.env.TEST_ADMIN_URL!, { max: 2, onnotice: () => {} });
const { ask, codeFor, confirm, register, everything } = applicants(admin);
afterAll(() => admin.end());

test("until the code comes back there is no login and no business, and only the address it was sent to has it", async () => {
  const address = email();
  const before = await everything();
  const token = await ask(business(), login(address));
  expect(await everything()).toEqual(before);
  expect(await signIn(address, password)).toBeNull();
  const code = await codeFor(address);
  expect(await confirmRegistration(token, wrongOf(code), from)).toEqual({
    ok: false,
    refusal: "wrong_code",
    triesLeft: 4,
  });
  expect(await confirmRegistration("made-up", code, from)).toEqual({ ok: false, refusal: "registration_ended" });
  expect(await everything()).toEqual(before);
  expect((await confirm(token, address)).ok).toBe(true);
  expect(await signIn(address, password)).toMatchObject({ email: address });
  expect(await confirmRegistration(token, code, from)).toEqual({ ok: false, refusal: "registration_ended" });
});

test("a registration that waits holds the business and a hash, and the password nowhere, whoever passes it along", async () => {
  const address = email();
  const together = { ...business(), ...login(address) };
  await ask(together, together);
  const [row] = await admin`select * from registrations where email = ${address}`;
  expect(Object.keys(row!.business).sort()).toEqual(Object.keys(business()).sort());
  expect(JSON.stringify(row)).not.toContain(password);
  const [letter] = await admin`select subject from messages where to_address = ${address}`;
  expect(letter!.subject).not.toMatch(/\d/);
});

test("the login reads what was chosen on the way in, and so does the letter with the code", async () => {
  const address = email();
  const asked = await askRegistration(business(), login(address), from, "sw");
  if (!asked.ok) throw new Error(asked.refusal);
  await asked.value.send();
  const [letter] = await admin`select subject from messages where to_address = ${address}`;
  expect(letter!.subject).toBe("Nambari yako ya ClientPulse");
  expect((await confirmRegistration(asked.value.token, await codeFor(address), from, "sw")).ok).toBe(true);
  expect(await admin`select language from users where email = ${address}`).toEqual([{ language: "sw" }]);
});

test("the code serves once, however many send it at the same time", async () => {
  const address = email();
  const token = await ask(business(), login(address));
  const code = await codeFor(address);
  const answers = await Promise.all(Array.from({ length: 8 }, () => confirmRegistration(token, code, from)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await admin`select 1 from tenants where email = ${address}`).toHaveLength(1);
});

test("a new code ends the one before", async () => {
  const address = email();
  const token = await ask(business(), login(address));
  const old = await codeFor(address);
  const again = await askRegistrationCode(token, from);
  if (!again.ok) throw new Error(again.refusal);
  await again.value.send();
  const fresh = await codeFor(address);
  if (old !== fresh) expect((await confirmRegistration(token, old, from)).ok).toBe(false);
  expect((await confirmRegistration(token, fresh, from)).ok).toBe(true);
});

test("an hour later it has to be filled in again", async () => {
  const address = email();
  const token = await ask(business(), login(address));
  await admin`update registrations set expires_at = now() - interval '1 minute' where email = ${address}`;
  expect(await confirm(token, address)).toEqual({ ok: false, refusal: "registration_ended" });
  expect(await askRegistrationCode(token, from)).toEqual({ ok: false, refusal: "registration_ended" });
});

test("a known address gets no code, looks the same to whoever typed it, and its owner is told once", async () => {
  const address = email();
  await register(business(), login(address));
  const before = await everything();
  const stranger = { ...login(address), password: "another five words" };
  const token = await ask(business(), stranger);
  await ask(business(), login(address));
  expect(await confirmRegistration(await ask(business(), stranger), "000000", from)).toMatchObject({
    refusal: "wrong_code",
    triesLeft: 4,
  });
  expect((await confirmRegistration(token, "000000", from)).ok).toBe(false);
  expect(await everything()).toEqual(before);
  expect(await signIn(address, password)).not.toBeNull();
  expect(await signIn(address, "another five words")).toBeNull();
  const told = await admin`select template from messages where to_address = ${address} order by template`;
  expect(told.map((row) => row.template)).toEqual(["registration-code", "registration-known"]);
});

test("a login that was made meanwhile is not taken over", async () => {
  const address = email();
  const token = await ask(business(), login(address));
  await admin`insert into users (id, email, name, password_hash) values (${newId()}, ${address}, 'Pendo', 'x')`;
  expect(await confirm(token, address)).toEqual({ ok: false, refusal: "login_exists" });
  expect(await admin`select 1 from tenants where email = ${address}`).toHaveLength(0);
});
