import fc from "fast-check";
import { expect, test } from "vitest";
import { codeIn, codeShape } from "./rules";
import { voucherOff } from "./voucher-off";

const braids = { serviceId: "braids", quantity: 1, unitMinor: 2_500_00 };
const nails = { serviceId: "nails", quantity: 2, unitMinor: 800_00 };
const oil = { serviceId: null, quantity: 1, unitMinor: 600_00 };
const all = [braids, nails, oil];
const worth = { percent: null, amountMinor: null, serviceIds: [] as string[] };

test("a discount is for services, cashback for all that is sold, and a free service is one of the dearest", () => {
  expect(voucherOff({ ...worth, kind: "discount", percent: 10 }, all)).toEqual([250_00, 160_00, 0]);
  expect(voucherOff({ ...worth, kind: "discount", percent: 10, serviceIds: ["nails"] }, all)).toEqual([0, 160_00, 0]);
  expect(voucherOff({ ...worth, kind: "cashback", amountMinor: 470_00 }, all)).toEqual([250_00, 160_00, 60_00]);
  expect(voucherOff({ ...worth, kind: "free_service" }, all)).toEqual([2_500_00, 0, 0]);
  expect(voucherOff({ ...worth, kind: "free_service", serviceIds: ["nails"] }, all)).toEqual([0, 800_00, 0]);
  expect(voucherOff({ ...worth, kind: "gift" }, [oil])).toEqual([0]);
});

test("it is for nothing where nothing that it is for is sold", () => {
  expect(voucherOff({ ...worth, kind: "discount", percent: 10 }, [oil])).toBeNull();
  expect(voucherOff({ ...worth, kind: "free_service", serviceIds: ["waxing"] }, all)).toBeNull();
});

test("no line has more taken off than it costs, whatever is sold", () => {
  const line = fc.record({
    serviceId: fc.option(fc.constantFrom("braids", "nails")),
    quantity: fc.integer({ min: 1, max: 9 }),
    unitMinor: fc.integer({ min: 0, max: 9_000_000 }),
  });
  const kind = fc.oneof(
    fc.record({
      kind: fc.constantFrom<"discount" | "cashback">("discount", "cashback"),
      percent: fc.constant(null),
      amountMinor: fc.integer({ min: 1, max: 90_000_000 }),
    }),
    fc.record({
      kind: fc.constant("discount" as const),
      percent: fc.integer({ min: 1, max: 100 }),
      amountMinor: fc.constant(null),
    }),
    fc.record({
      kind: fc.constantFrom<"free_service" | "gift">("free_service", "gift"),
      percent: fc.constant(null),
      amountMinor: fc.constant(null),
    }),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), kind, (lines, one) => {
      const off = voucherOff({ ...one, serviceIds: [] }, lines);
      off?.forEach((minor, at) => {
        expect(minor).toBeGreaterThanOrEqual(0);
        expect(minor).toBeLessThanOrEqual(lines[at]!.quantity * lines[at]!.unitMinor);
      });
    }),
  );
});

test("a code is read however it is typed", () => {
  for (const typed of ["7k4m-x2pq", " 7K4M X2PQ ", "7k4mx2pq"]) expect(codeIn(typed)).toBe("7K4M-X2PQ");
  expect(codeShape.test(codeIn("7K4M-X2P"))).toBe(false);
  expect(codeShape.test(codeIn("OIL0-1111"))).toBe(false);
});
