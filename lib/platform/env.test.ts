import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { envNames, parseEnv } from "./env";

const usable = {
  APP_URL: "https://desk.example",
  AUTH_SECRET: "d41d8cd98f00b204e9800998ecf8427e0",
  ENCRYPTION_KEY: "9c1185a5c5e9fc54612808977ee8f548b",
  DATABASE_URL: "postgres://clientpulse_app:x@db:5432/clientpulse",
  DATABASE_PLATFORM_URL: "postgres://clientpulse_platform:x@db:5432/clientpulse",
};

const faultsOf = (source: Record<string, string>) => {
  try {
    parseEnv(source);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("the environment", () => {
  test("the least that serves", () => {
    expect(parseEnv(usable)).toMatchObject({
      APP_MODE: "live",
      RUNTIME: "node",
      DATABASE_DIRECT_URL: usable.DATABASE_URL,
    });
  });

  test("every fault is told at once, by name", () => {
    const told = faultsOf({ APP_URL: "not a url", DATABASE_URL: "mysql://x", POOL_SIZE: "many" });
    for (const name of ["APP_URL", "AUTH_SECRET", "DATABASE_URL", "POOL_SIZE"]) expect(told).toContain(`${name}:`);
    expect(told).toContain("AUTH_SECRET: is required");
  });

  test("live mode refuses short and default secrets", () => {
    expect(faultsOf({ ...usable, AUTH_SECRET: "short" })).toContain("at least 32");
    expect(faultsOf({ ...usable, AUTH_SECRET: "changeme-changeme-changeme-changeme" })).toContain(
      "looks like a default",
    );
  });

  test("live mode needs a key to seal with, and one that is no pattern", () => {
    expect(faultsOf({ ...usable, ENCRYPTION_KEY: "" })).toContain("ENCRYPTION_KEY: is required");
    expect(faultsOf({ ...usable, ENCRYPTION_KEY: "ab".repeat(20) })).toContain("ENCRYPTION_KEY: looks like a default");
    expect(faultsOf({ ...usable, AUTH_SECRET_OLD: "changeme".repeat(5) })).toContain("AUTH_SECRET_OLD: looks like");
    expect(parseEnv({ ...usable, APP_MODE: "test", ENCRYPTION_KEY: "" }).ENCRYPTION_KEY).toBeUndefined();
  });

  test("a blank variable is an unset one", () => {
    expect(parseEnv({ ...usable, DATABASE_DIRECT_URL: "", WORKER: "" }).WORKER).toBe("on");
  });

  test("the countries of SMS are prefixes; Kenya when nothing is said", () => {
    expect(parseEnv(usable).SMS_COUNTRIES).toEqual(["+254"]);
    expect(parseEnv({ ...usable, SMS_COUNTRIES: "+254, +255" }).SMS_COUNTRIES).toEqual(["+254", "+255"]);
    expect(faultsOf({ ...usable, SMS_COUNTRIES: "+254,KE" })).toContain("SMS_COUNTRIES");
  });

  test("faults are for tests only", () => {
    expect(faultsOf({ ...usable, TEST_FAULTS: "no-locks" })).toContain("TEST_FAULTS: only in APP_MODE=test");
  });

  test("the simulator is refused where money is real, and callbacks come over https", () => {
    const simulator = { DARAJA_BASE_URL: "http://127.0.0.1:4000" };
    expect(faultsOf({ ...usable, ...simulator, APP_MODE: "live" })).toContain("DARAJA_BASE_URL: only where");
    expect(parseEnv({ ...usable, ...simulator, APP_MODE: "test" })).toMatchObject(simulator);
    expect(parseEnv(usable).MPESA_CALLBACK_URL).toBe(usable.APP_URL);
    for (const MPESA_CALLBACK_URL of [
      "http://desk.example.com",
      "https://Desk.example.com",
      "https://desk.example.com/",
    ])
      expect(faultsOf({ ...usable, MPESA_CALLBACK_URL })).toContain("MPESA_CALLBACK_URL");
  });

  test("jobs need the platform role, wherever they run", () => {
    const { DATABASE_PLATFORM_URL: _, ...without } = usable;
    expect(faultsOf(without)).toContain("DATABASE_PLATFORM_URL");
    expect(parseEnv({ ...without, WORKER: "off" }).WORKER).toBe("off");
    expect(faultsOf({ ...without, WORKER: "off", RUNTIME: "serverless" })).toContain("DATABASE_PLATFORM_URL");
    expect(parseEnv({ ...usable, VERCEL: "1" }).RUNTIME).toBe("serverless");
  });

  test(".env.example names the same variables", () => {
    const text = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const named = [...text.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((found) => found[1]);
    expect(named.sort()).toEqual([...envNames].sort());
  });
});
