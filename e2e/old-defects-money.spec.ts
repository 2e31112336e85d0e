import { newId } from "@/lib/platform/ids";
import { expect, test } from "./support/test";

// What the old system's payment doors let anybody do, tried here over HTTP. docs/old-money-defects.md has the whole list.

const success = JSON.stringify({
  Body: {
    stkCallback: {
      MerchantRequestID: "1-1-1",
      CheckoutRequestID: "ws_CO_1",
      ResultCode: 0,
      ResultDesc: "words",
      CallbackMetadata: {
        Item: [
          { Name: "Amount", Value: 1 },
          { Name: "MpesaReceiptNumber", Value: "ZA11AAAAA1" },
        ],
      },
    },
  },
});
const post = (url: string, body: string) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });

test("anybody could report a payment: without a secret, of any amount, twice, or naming none", async ({ app }) => {
  const kept = async () => (await app.sql`select count(*)::int as n from payment_callbacks`)[0]!.n;
  const before = await kept();
  const paths = ["callback", `callback/${newId()}`, `callback/${"0".repeat(32)}`, `callback/${"A".repeat(32)}`];
  for (const path of paths) expect((await post(`${app.url}/api/mpesa/${path}`, success)).status, path).toBe(404);
  for (const method of ["GET", "PUT", "DELETE"]) {
    const answer = await fetch(`${app.url}/api/mpesa/callback/${"0".repeat(32)}`, { method });
    expect(answer.status).toBe(405);
  }
  const huge = await post(
    `${app.url}/api/mpesa/callback/${"0".repeat(32)}`,
    JSON.stringify({ fill: "x".repeat(1_000_000) }),
  );
  expect(huge.status).toBe(413);
  expect(await kept()).toBe(before);
});

test("the hundredth callback of a day was refused, and the payment stayed open", async ({ app }) => {
  const statuses = new Set<number>();
  for (let n = 0; n < 150; n++)
    statuses.add((await post(`${app.url}/api/mpesa/callback/${"1".repeat(32)}`, success)).status);
  expect([...statuses]).toEqual([404]);
});
