import { beforeEach, expect, test } from "vitest";
import { seal, unseal } from "./seal";

const live = {
  APP_URL: "http://localhost",
  AUTH_SECRET: "d41d8cd98f00b204e9800998ecf8427e0",
  DATABASE_URL: "postgres://a@b/c",
  DATABASE_PLATFORM_URL: "postgres://a@b/c",
};

/** The environment is read once per process; here each test has its own. */
function withKeys(ENCRYPTION_KEY: string, ENCRYPTION_KEY_OLD = "") {
  Reflect.deleteProperty(globalThis, Symbol.for("clientpulse.env"));
  Object.assign(process.env, live, { ENCRYPTION_KEY, ENCRYPTION_KEY_OLD });
}

beforeEach(() => withKeys("first key that is long enough for this"));

test("what was sealed opens again, and never looks the same twice", () => {
  expect(unseal(seal("Wanjiru +254", "here"), "here")).toBe("Wanjiru +254");
  expect(seal("same", "here")).not.toBe(seal("same", "here"));
});

test("moved to another place, altered or cut short it does not open", () => {
  const sealed = seal("secret", "tenant a");
  expect(() => unseal(sealed, "tenant b")).toThrow();
  expect(() => unseal(`${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`, "tenant a")).toThrow();
  expect(() => unseal(sealed.slice(0, 20), "tenant a")).toThrow();
});

test("after a change of keys the old one still opens; once it is gone nothing does", () => {
  const sealed = seal("kept", "here");
  withKeys("second key that is long enough for this", "first key that is long enough for this");
  expect(unseal(sealed, "here")).toBe("kept");
  expect(seal("new", "here").slice(0, 8)).not.toBe(sealed.slice(0, 8));
  withKeys("second key that is long enough for this");
  expect(() => unseal(sealed, "here")).toThrow("no longer has");
});
