import { inject } from "vitest";
import { copyTemplate } from "./copies";

// Every test file has a database of its own, and the environment that points the code at it.
const database = await copyTemplate(inject("adminUrl"), inject("runId"));

Object.assign(process.env, {
  APP_MODE: "test",
  APP_URL: "http://localhost:3000",
  AUTH_SECRET: "a secret that only the tests have, long enough",
  ENCRYPTION_KEY: "a key that only the tests have, long enough",
  DATABASE_URL: database.appUrl,
  DATABASE_PLATFORM_URL: database.platformUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
  TEST_ADMIN_URL: database.adminUrl,
  FILES_DIR: ".data-test/files",
  LOG_LEVEL: "silent",
  POOL_SIZE: "12",
});
