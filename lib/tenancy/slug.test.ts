import fc from "fast-check";
import { expect, test } from "vitest";
import { isSlug, numberedSlug, slugOf } from "./slug";

test.each([
  ["Amani Hair & Spa", "amani-hair-and-spa"],
  ["  Mama Njeri's   Kinyozi ", "mama-njeris-kinyozi"],
  ["Café Ñandú", "cafe-nandu"],
  ["ADMIN", "admin-house"],
  ["tenants", "tenants-house"],
  ["_platform", "platform-house"],
  ["美容院", "the-house"],
])("%s → %s", (name, slug) => expect(slugOf(name)).toBe(slug));

test("whatever the name, it is an address, and so is a namesake's", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), fc.integer({ min: 1, max: 999 }), (name, number) => {
      expect(isSlug(numberedSlug(slugOf(name), number))).toBe(true);
    }),
  );
});
