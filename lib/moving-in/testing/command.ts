import { fileURLToPath } from "node:url";
import type { TestDatabase } from "@/db/testing/copies";
import { media } from "./old-dump";

/** The command as a process of its own: not by its name, which is one more process before the one that works. */
export const importCommand = (database: TestDatabase, { dump, files }: { dump: string; files: string }) => ({
  args: ["--conditions=react-server", "--import", "tsx", "db/import-django.ts"],
  cwd: fileURLToPath(new URL("../../..", import.meta.url)),
  env: {
    ...process.env,
    ...{
      DATABASE_URL: database.appUrl,
      DATABASE_DIRECT_URL: database.appUrl,
      DATABASE_PLATFORM_URL: database.platformUrl,
    },
    ...{ MOVE_DUMP: dump, MOVE_MEDIA: media, FILES_DIR: files, LOG_LEVEL: "error" },
  },
});
