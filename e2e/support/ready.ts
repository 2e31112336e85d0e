import { expect } from "@playwright/test";

/** What a server says of itself: its status, and its reasons to get no traffic. */
export async function readiness({ url }: { url: string }): Promise<[status: number, ...reasons: string[]]> {
  const answer = await fetch(`${url}/api/health/ready`);
  const { reasons } = (await answer.json()) as { reasons: string[] };
  return [answer.status, ...reasons];
}

/** A busy process is not ready for a moment now and then, and says so; what stands after that moment is what counts. */
export const untilReady = (server: { url: string }, timeout = 20_000) =>
  expect.poll(() => readiness(server), { timeout }).toEqual([200]);
