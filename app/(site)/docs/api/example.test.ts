import { expect, test } from "vitest";
import { exampleOf, typeWords } from "./example";

const schemas = {
  Line: { type: "object", properties: { staffId: { type: "string" }, minutes: { type: "integer", minimum: 5 } } },
};

test("an example takes the shape of what it is of", () => {
  const list = { type: "array", items: { $ref: "#/components/schemas/Line" } };
  expect(exampleOf(list, schemas)).toEqual([{ staffId: expect.stringMatching(/^[\da-f-]{36}$/), minutes: 5 }]);
  expect(exampleOf({ anyOf: [{ type: "null" }, { enum: ["a", "b"] }] }, schemas)).toBe("a");
});

test("a type is told in words", () => {
  expect(typeWords({ type: "array", items: { $ref: "#/components/schemas/Line" } }, schemas)).toBe("list of Line");
  expect(typeWords({ anyOf: [{ type: "string", format: "uuid" }, { type: "null" }] }, schemas)).toBe("uuid | null");
  expect(typeWords({ enum: ["en", "sw"] }, schemas)).toBe('"en" | "sw"');
});
