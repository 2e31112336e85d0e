import { hash } from "@node-rs/argon2";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeLogin } from "@/db/testing/login";
import { newId } from "@/lib/platform/ids";
import { hashPassword, isPassword } from "./passwords";
import { startSession, userOfSession, waitingUserOf } from "./sessions";
import { signIn } from "./sign-in";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const password = "mbuzi mia tatu";
const mine = { id: newId(), email: `${newId()}@sign-in.test`, phone: "+254712000111" };
beforeAll(async () => {
  await sql`insert into users (id, email, phone, name, password_hash)
    values (${mine.id}, ${mine.email}, ${mine.phone}, 'Naliaka', ${await hashPassword(password)})`;
});

test.each([
  ["the e-mail address", () => mine.email],
  ["the address in capitals, with spaces around", () => ` ${mine.email.toUpperCase()} `],
  ["the phone as it is written at home", () => "0712 000 111"],
  ["the phone in full", () => mine.phone],
])("lets in by %s", async (_, identifier) => {
  expect(await signIn(identifier(), password)).toMatchObject({ id: mine.id, name: "Naliaka" });
});

test.each(["", "nobody", "nobody@sign-in.test", "0712", "' or 1=1 --"])("%j is nobody", async (identifier) => {
  expect(await signIn(identifier, password)).toBeNull();
});

test("not by a name, nor with another password, nor when the login is disabled", async () => {
  expect(await signIn("Naliaka", password)).toBeNull();
  expect(await signIn(mine.email, `${password} `)).toBeNull();
  await sql`update users set disabled_at = now() where id = ${mine.id}`;
  expect(await signIn(mine.email, password)).toBeNull();
  await sql`update users set disabled_at = null where id = ${mine.id}`;
});

test("a hash of older parameters is made anew at the next sign-in", async () => {
  const old = await hash(password, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  await sql`update users set password_hash = ${old} where id = ${mine.id}`;
  expect(await signIn(mine.email, password)).not.toBeNull();
  const [row] = await sql`select password_hash from users where id = ${mine.id}`;
  expect(row?.password_hash).toContain("m=19456,t=2,p=1");
  expect(await isPassword(password, row?.password_hash)).toBe(true);
});

test("a password that was changed while it was checked starts no session; a second factor is waited for", async () => {
  const user = await signIn(mine.email, password);
  const from = { address: "10.0.0.7", requestId: "a test" };
  const how = { passwordHash: user!.passwordHash, userAgent: "", from };
  const sessionId = await startSession(mine.id, how);
  expect(await userOfSession(sessionId!)).toMatchObject({ id: mine.id });
  await sql`update users set totp_confirmed_at = now() where id = ${mine.id}`;
  const waiting = await startSession(mine.id, how);
  expect(await userOfSession(waiting!)).toBeNull();
  expect(await waitingUserOf(waiting!)).toMatchObject({ id: mine.id });
  await sql`update users set totp_confirmed_at = null, password_hash = ${await hashPassword("another one")} where id = ${mine.id}`;
  expect(await startSession(mine.id, how)).toBeNull();
  await sql`update users set password_hash = ${how.passwordHash} where id = ${mine.id}`;
});

test("signing in again ends the session that the browser had, when it is the same person's", async () => {
  const [one, other] = [await makeLogin(sql), await makeLogin(sql)];
  const again = async (replaces: string | null) => {
    const user = await signIn(one.email, one.password);
    const how = { passwordHash: user!.passwordHash, userAgent: "", from: one.self.from };
    return startSession(one.id, { ...how, replaces });
  };
  const second = await again(one.sessionId);
  expect(await userOfSession(one.sessionId)).toBeNull();
  expect(await userOfSession(second!)).toMatchObject({ id: one.id });
  expect(await sql`select action, entity_id from audit_entries where user_id = ${one.id} order by id`).toMatchObject([
    { action: "session.started", entity_id: second },
    { action: "session.ended", entity_id: one.sessionId },
  ]);
  await again(other.sessionId);
  await again(null);
  expect(await userOfSession(other.sessionId)).not.toBeNull();
  expect(await userOfSession(second!)).not.toBeNull();
});

test("known and unknown take the same time", { timeout: 90_000 }, async () => {
  const samples = 200;
  await signIn("warm@up.test", password);
  const took: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  const time = async (kind: keyof typeof took, identifier: string) => {
    const began = performance.now();
    await signIn(identifier, "not the password");
    took[kind].push(performance.now() - began);
  };
  // Side by side, so that both meet the same machine.
  for (let n = 0; n < samples; n++) {
    const pair = [() => time("known", mine.email), () => time("unknown", `${n}@nobody.test`)];
    await Promise.all((n % 2 ? pair : pair.reverse()).map((start) => start()));
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
  const apart = Math.abs(median(took.known) - median(took.unknown));
  console.log(
    `${samples} samples each: known ${median(took.known).toFixed(1)} ms, unknown ${median(took.unknown).toFixed(1)} ms, apart ${apart.toFixed(1)} ms (promised: 5)`,
  );
  // A wall clock proves nothing on a busy machine; that a hash is made for nobody, too, does.
  expect(median(took.unknown)).toBeGreaterThan(median(took.known) / 3);
});
