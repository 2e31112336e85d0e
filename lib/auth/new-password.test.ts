import { expect, test } from "vitest";
import type { z } from "zod";
import { newLoginInput } from "@/lib/members/input";
import { fieldErrors } from "@/lib/platform/field-errors";
import { loginInput, registrationInput } from "@/lib/tenancy/input";
import { passwordChangeShape, resetByLinkShape, resetShape } from "./input";

const faults = (shape: z.ZodType, given: object): string[] => {
  const read = shape.safeParse(given);
  return read.success ? [] : Object.keys(fieldErrors(read.error)).sort();
};

const code = { identifier: "0712 345 678", challenge: "01980000-0000-7000-8000-000000000000", code: "123 456" };

test.each<[string, z.ZodType, object, string[]]>([
  ["joining", newLoginInput, { token: "t", name: " ", password: "short" }, ["name", "password"]],
  ["setup", loginInput, { name: " ", email: "nobody", password: "short" }, ["email", "name", "password"]],
  ["a change", passwordChangeShape, { old: "", fresh: "short" }, ["fresh", "old"]],
  ["a reset by link", resetByLinkShape, { token: "", password: "password123" }, ["password", "token"]],
  ["a reset by link or code, with a link", resetShape, { token: "t", password: "password123" }, ["password"]],
  ["a reset by link or code, with a code", resetShape, { ...code, password: "password123" }, ["password"]],
])("what is wrong with a new password is told with whatever else is wrong: %s", (_, shape, given, wrong) => {
  expect(faults(shape, given)).toEqual(wrong);
});

test("at registering, too, where the business may be wrong as well", () => {
  expect(faults(registrationInput, { password: "short", city: " " })).toEqual(
    expect.arrayContaining(["businessName", "city", "email", "name", "password"]),
  );
});

test("a password of one's own words is none of these", () => {
  expect(faults(newLoginInput, { token: "t", name: "Chebet", password: "mango river seven lamps" })).toEqual([]);
  expect(faults(passwordChangeShape, { old: "x", fresh: "mango river seven lamps" })).toEqual([]);
});
