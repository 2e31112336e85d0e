import { once } from "node:events";
import { Agent, createServer, request } from "node:http";
import type { TestDatabase } from "@/db/testing/copies";
import { type Server, startServer } from "./server";

/**
 * Several processes on one database behind one address, each request to the next of them in turn: what a page was drawn by
 * is seldom what its stream hangs on, and never what its next action reaches.
 */
export async function startInstances(
  database: TestDatabase,
  extra: Record<string, string>,
  port: number,
  many: number,
): Promise<Server> {
  const url = `http://127.0.0.1:${port}`;
  const behind = await Promise.all(
    Array.from({ length: many }, () => startServer(database, { ...extra, APP_URL: url, NEXTAUTH_URL: url })),
  );
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const front = createServer((asked, answer) => {
    const to = behind[turn++ % many]!;
    const onward = request(
      { host: "127.0.0.1", port: to.port, method: asked.method, path: asked.url, headers: asked.headers, agent },
      (came) => {
        answer.writeHead(came.statusCode ?? 502, came.headers);
        came.pipe(answer);
        came.on("error", () => answer.destroy());
      },
    );
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  }).listen(port, "127.0.0.1");
  await once(front, "listening");
  const end = async (how: "stop" | "kill") => {
    front.closeAllConnections();
    front.close();
    const began = performance.now();
    await Promise.all(behind.map((one) => one[how]()));
    agent.destroy();
    return { ms: performance.now() - began };
  };
  return {
    url,
    port,
    pid: behind[0]!.pid,
    stop: () => end("stop"),
    kill: async () => void (await end("kill")),
  };
}
