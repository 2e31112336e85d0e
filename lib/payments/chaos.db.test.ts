import { expect, test } from "vitest";
import { inOneLine, isWhole, runChaos } from "./testing/chaos";

const full = process.env.TEST_SIZE === "full";
const size = { payments: full ? 10_000 : 200, businesses: full ? 20 : 5 };

test(`${size.payments} payments through a Safaricom that loses, repeats, delays, reorders, forges and alters`, async () => {
  const report = await runChaos({ ...size, seed: 7, say: console.log });
  console.log(JSON.stringify({ planned: report.planned, statuses: report.statuses }));
  console.log(inOneLine(report));
  expect(isWhole(report), inOneLine(report)).toBe(true);
}, 1_800_000);
