import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionReached, blamingUnreadArguments } from "./unread-arguments";

// As Next does it: the status set, the head written by the first bytes of the body.
const server = createServer((request, response) => {
  blamingUnreadArguments(request, response, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    if (request.url?.includes("reached")) actionReached();
    response.statusCode = Number(request.headers["x-status"]);
    response.end("answered");
  });
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

const answered = async (method: string, path: string, status: number): Promise<number> => {
  const { port } = server.address() as AddressInfo;
  const headers = { "x-status": String(status) };
  return (await fetch(`http://127.0.0.1:${port}${path}`, { method, headers })).status;
};

test.each([
  ["a post that no action was reached by", "POST", "/login", 500, 400],
  ["a post that failed in an action", "POST", "/reached", 500, 500],
  ["a page that failed", "GET", "/login", 500, 500],
  ["a route of ours that failed", "POST", "/api/auth/register", 500, 500],
  ["a post that was refused", "POST", "/login", 404, 404],
])("%s", async (_, method, path, status, expected) => {
  expect(await answered(method, path, status)).toBe(expected);
});
