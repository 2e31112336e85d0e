import { expect, test } from "vitest";
import { exampleOf, typeWords } from "./example";
import { apiWords } from "./words";

const schemas = {
  Line: { type: "object", properties: { staffId: { type: "string" }, minutes: { type: "integer", minimum: 5 } } },
};

test("an example takes the shape of what it is of", () => {
  const list = { type: "array", items: { $ref: "#/components/schemas/Line" } };
  expect(exampleOf(list, schemas)).toEqual([{ staffId: expect.stringMatching(/^[\da-f-]{36}$/), minutes: 5 }]);
  expect(exampleOf({ anyOf: [{ type: "null" }, { enum: ["a", "b"] }] }, schemas)).toBe("a");
});

test("a type is told in words", () => {
  const { en, sw } = apiWords;
  const list = { type: "array", items: { $ref: "#/components/schemas/Line" } };
  expect([en, sw].map((words) => typeWords(list, schemas, words))).toEqual(["list of Line", "orodha ya Line"]);
  expect(typeWords({ anyOf: [{ type: "string", format: "uuid" }, { type: "null" }] }, schemas, en)).toBe("uuid | null");
  expect(typeWords({ enum: ["en", "sw"] }, schemas, en)).toBe('"en" | "sw"');
});
