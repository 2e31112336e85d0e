import type { TestProject } from "vitest/node";
import { ensureTemplate, startTestCluster } from "./cluster";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
  }
}

export default async function setup(project: TestProject) {
  const cluster = await startTestCluster();
  await ensureTemplate(cluster.adminUrl);
  project.provide("adminUrl", cluster.adminUrl);
  return cluster.stop;
}
