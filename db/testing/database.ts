import { inject } from "vitest";
import { copyTemplate, type TestDatabase } from "./cluster";

/** One more database, for tests that need it untouched by the file's own. It goes with the cluster's next clean-up. */
export const testDatabase = (): Promise<TestDatabase> => copyTemplate(inject("adminUrl"));
