import { hash } from "@node-rs/argon2";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeLogin } from "@/db/testing/login";
import { newId } from "@/lib/platform/ids";
import { hashPassword, isPassword, mostWaiting } from "./passwords";
import { signIn } from "./sign-in";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const word = "seven quiet lanterns";
let [slow, quick] = ["", ""];
beforeAll(async () => {
  slow = await hash(word, { memoryCost: 65_536, timeCost: 5 });
  quick = await hash(word, { memoryCost: 8, timeCost: 1 });
});

/** Two that take their time, and behind them as many as may wait. */
const fullLine = () =>
  Array.from({ length: 2 + mostWaiting }, (_, n) => isPassword(word, n < 2 ? slow : quick).catch(() => "refused"));

test("so many wait for their turn and are served; whoever comes after them is asked to come back", async () => {
  const waiting = fullLine();
  await expect(hashPassword(word)).rejects.toMatchObject({ name: "Busy" });
  expect(await Promise.all(waiting)).toEqual(Array(2 + mostWaiting).fill(true));
  expect(await isPassword(word, quick)).toBe(true);
});

test("known and unknown logins are turned away alike", async () => {
  const login = await makeLogin(sql);
  await signIn(login.email, "not this one");
  const waiting = fullLine();
  const asked = [signIn(login.email, login.password), signIn(`${newId()}@nobody.test`, word), signIn("nobody", word)];
  for (const { status, reason } of (await Promise.allSettled(asked)) as PromiseRejectedResult[])
    expect([status, reason.name, reason.message]).toEqual(["rejected", "Busy", "too many passwords to check"]);
  expect(await Promise.all(waiting)).not.toContain("refused");
  expect(await signIn(login.email, login.password)).toMatchObject({ id: login.id });
});

test("an old hash is made anew when there is room for it, and nobody is turned away for it", async () => {
  const login = await makeLogin(sql);
  const old = await hash(login.password, { memoryCost: 8, timeCost: 1 });
  await sql`update users set password_hash = ${old} where id = ${login.id}`;
  expect(await signIn(login.email, login.password)).not.toMatchObject({ passwordHash: old });
});
