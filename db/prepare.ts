import { migrate } from "./migrate";
import { seedDemo } from "./seed/demo";

// Between the database's start and the server's: schema to head, and in demo and dev mode believable data around today.
const { APP_MODE, DATABASE_OWNER_URL, DATABASE_PLATFORM_URL, DEMO_PASSWORD, FILES_DIR } = process.env;
if (!DATABASE_OWNER_URL) throw new Error("DATABASE_OWNER_URL is needed to prepare the database");

await migrate({ ownerUrl: DATABASE_OWNER_URL, platformUrl: DATABASE_PLATFORM_URL });
if (APP_MODE === "demo" || APP_MODE === "dev") {
  if (!DATABASE_PLATFORM_URL) throw new Error("DATABASE_PLATFORM_URL is needed to seed the demo");
  await seedDemo({
    platformUrl: DATABASE_PLATFORM_URL,
    now: new Date(),
    password: DEMO_PASSWORD ?? "demo-clientpulse",
    files: FILES_DIR ?? ".data/files",
    year: true,
  });
}
console.log("database is ready");
