import { expect, test } from "vitest";
import { newId } from "@/lib/platform/ids";
import { maySignIn, signInFailed, signInWorked } from "./limits";

const pair = () => [`${newId()}@limits.test`, newId()] as const;

test("from the fifth wrong password on each try waits longer, one after the other as they are made", async () => {
  const [who, address] = pair();
  for (let n = 0; n < 5; n++) {
    expect(await maySignIn(who, address)).toMatchObject({ ok: true });
    await signInFailed(who, address);
  }
  expect(await maySignIn(who, address)).toMatchObject({ ok: false, retryAfterSeconds: 1 });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await maySignIn(who, address)).toMatchObject({ ok: true });
  await signInFailed(who, address);
  const next = await maySignIn(who, address);
  expect(next).toMatchObject({ ok: false, retryAfterSeconds: 2 });
  // Elsewhere the same person is let in at once.
  expect(await maySignIn(who, newId())).toMatchObject({ ok: true });
});

test("who gets in begins anew", async () => {
  const [who, address] = pair();
  for (let n = 0; n < 9; n++) await signInFailed(who, address);
  await signInWorked(who, address);
  expect(await maySignIn(who, address)).toMatchObject({ ok: true });
});
