import { inject } from "vitest";
import { copyTemplate, type TestDatabase } from "./copies";

/** One more database, for tests that need it untouched by the file's own. It goes with the run's others. */
export const testDatabase = (): Promise<TestDatabase> => copyTemplate(inject("adminUrl"), inject("runId"));
