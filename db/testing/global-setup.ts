import type { TestProject } from "vitest/node";
import { ensureTemplate, startTestCluster } from "./cluster";
import { dropCopies } from "./copies";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
    /** Whose the copies of the template are. */
    runId: number;
  }
}

export default async function setup(project: TestProject) {
  const cluster = await startTestCluster();
  await ensureTemplate(cluster.adminUrl);
  project.provide("adminUrl", cluster.adminUrl);
  project.provide("runId", process.pid);
  return async () => {
    await dropCopies(cluster.adminUrl, process.pid);
    await cluster.stop();
  };
}
