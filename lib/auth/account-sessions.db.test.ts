import postgres from "postgres";
import { afterAll, afterEach, expect, test } from "vitest";
import { anyPhone } from "@/db/testing/login";
import { setClockOffset } from "@/lib/platform/clock";
import {
  accountOf,
  endAccountSession,
  endOtherAccountSessions,
  listAccountDevices,
  startAccountSession,
} from "./account-sessions";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());
afterEach(() => setClockOffset(0));

const day = 86_400_000;
const enter = async (phone: string, agent = "Firefox/140.0") => {
  const cookie = await startAccountSession(phone, { userAgent: agent, from: { address: "10.0.0.9", requestId: "r1" } });
  return { cookie, account: (await accountOf(cookie))! };
};

test("it ends after thirty days without a visit; each visit begins them anew, up to a hundred and eighty", async () => {
  const { cookie } = await enter(anyPhone());
  for (let days = 29; days < 180; days += 29) {
    setClockOffset(days * day);
    expect(await accountOf(cookie), `day ${days}`).not.toBeNull();
  }
  setClockOffset(181 * day);
  expect(await accountOf(cookie)).toBeNull();

  setClockOffset(0);
  const idle = await enter(anyPhone());
  setClockOffset(31 * day);
  expect(await accountOf(idle.cookie)).toBeNull();
  expect(await listAccountDevices(idle.account)).toEqual([]);
});

test("one's own devices end one by one or all but this, at once; another's do not", async () => {
  const phone = anyPhone();
  const [first, second, third] = [await enter(phone), await enter(phone, ""), await enter(phone)];
  const stranger = await enter(anyPhone());
  expect(await listAccountDevices(first.account)).toMatchObject([
    { id: first.account.sessionId, device: "Firefox", isThis: true },
    { isThis: false },
    { isThis: false },
  ]);
  await endAccountSession(stranger.account, first.account.sessionId);
  expect(await accountOf(first.cookie)).not.toBeNull();
  await endAccountSession(first.account, second.account.sessionId);
  expect([await accountOf(second.cookie), (await listAccountDevices(first.account)).length]).toEqual([null, 2]);
  await endOtherAccountSessions(first.account);
  expect(await accountOf(third.cookie)).toBeNull();
  expect(await accountOf(first.cookie)).not.toBeNull();
  expect(await accountOf(stranger.cookie)).not.toBeNull();
});

test("a cookie that was not made here opens nothing", async () => {
  const { cookie } = await enter(anyPhone());
  const [id, signature] = cookie.split(".");
  for (const forged of [undefined, "", id, `${id}.`, `${id}.${signature}x`, `x.${signature}`, "%"])
    expect(await accountOf(forged)).toBeNull();
});
