import { describe, expect, test } from "vitest";
import { tellable } from "./log";

const told = (error: Error) => JSON.stringify(tellable(error));

describe("an error in the log", () => {
  const refused = Object.assign(new Error('duplicate key value violates unique constraint "customers_phone"'), {
    name: "PostgresError",
    code: "23505",
    constraint_name: "customers_phone",
    detail: "Key (tenant_id, phone)=(1, +254712345678) already exists.",
    parameters: ["Wanjiru", "+254712345678"],
    args: ["Wanjiru"],
    query: "insert into customers values ($1, $2)",
  });
  const wrapped = Object.assign(
    new Error("Failed query: insert into customers values ($1, $2)\nparams: Wanjiru,+254712345678", { cause: refused }),
    { query: "insert into customers values ($1, $2)", params: ["Wanjiru", "+254712345678"] },
  );

  test("tells code, constraint and statement, as the driver's error and as Drizzle's", () => {
    for (const error of [refused, wrapped]) {
      expect(tellable(error)).toMatchObject({
        code: "23505",
        constraint: "customers_phone",
        query: expect.any(String),
      });
      expect((tellable(error) as { message: string }).message).toContain("duplicate key");
    }
  });

  test("and never whose", () => {
    for (const error of [refused, wrapped]) expect(told(error)).not.toMatch(/Wanjiru|254712345678/);
    expect(told(new Error('invalid input syntax for type uuid: "Wanjiru"'))).not.toContain("Wanjiru");
  });

  test("keeps where it happened", () => {
    expect((tellable(new Error("ours")) as { stack: string }).stack).toContain("log.test.ts");
  });
});
