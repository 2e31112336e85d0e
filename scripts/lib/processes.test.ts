import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processMark } from "../../db/embedded/process-mark.mjs";
import { firstFreePort } from "./ports.mjs";
import { endLeftovers } from "./processes.mjs";

let notes: string;
const strays: number[] = [];

beforeEach(async () => {
  notes = await mkdtemp(join(tmpdir(), "clientpulse-notes-"));
});

afterEach(async () => {
  for (const pid of strays.splice(0)) if (processMark(pid)) process.kill(pid, "SIGKILL");
  await rm(notes, { recursive: true, force: true });
});

const gone = async (pid: number) => {
  for (let waited = 0; processMark(pid) !== null && waited < 5000; waited += 20) await sleep(20);
  return processMark(pid) === null;
};

/** A launcher with one child, which ignores nothing and ends on SIGTERM only after saying so. */
async function launch(): Promise<{ launcher: ChildProcess; child: number; said: string[] }> {
  const module = pathToFileURL(join(import.meta.dirname, "processes.mjs")).href;
  const program = `
    const { createSupervisor } = await import(${JSON.stringify(module)});
    const supervisor = createSupervisor({ notes: ${JSON.stringify(notes)} });
    supervisor.onStop(() => console.log("database stopped"));
    const child = supervisor.startNode(["-e", ${JSON.stringify(
      `process.on("SIGTERM", () => { console.log("child stopped"); process.exit(0); }); setInterval(() => {}, 1000); console.log("child " + process.pid)`,
    )}]);`;
  const launcher = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: string[] = [];
  const lines = createInterface(launcher.stdout);
  lines.on("line", (line) => said.push(line));
  while (!said.some((line) => line.startsWith("child "))) await once(lines, "line");
  const child = Number(said[0]?.split(" ")[1]);
  strays.push(Number(launcher.pid), child);
  return { launcher, child, said };
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends what was started, the last first, and leaves no note",
  async (signal) => {
    const { launcher, child, said } = await launch();
    const exit = once(launcher, "close");
    launcher.kill(signal);
    expect(await exit).toEqual([0, null]);
    expect(said.slice(1)).toEqual(["child stopped", "database stopped"]);
    expect(processMark(child)).toBeNull();
    expect(await readdir(notes)).toEqual([]);
  },
);

test("a launcher killed with -9 takes its child along", async () => {
  const { launcher, child } = await launch();
  launcher.kill("SIGKILL");
  expect(await gone(child)).toBe(true);
});

test("what a killed launcher left is ended, and nobody else's process of the same number", async () => {
  const left = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  strays.push(Number(left.pid), Number(stranger.pid));
  const children = [
    { pid: left.pid, mark: processMark(Number(left.pid)) },
    { pid: stranger.pid, mark: "another start time" },
  ];
  await writeFile(join(notes, "1.json"), JSON.stringify({ pid: 999_999_999, mark: "dead", children }));
  const living = { pid: process.pid, mark: processMark(process.pid), children: [children[1]] };
  await writeFile(join(notes, "2.json"), JSON.stringify(living));

  await endLeftovers(notes);
  expect(await gone(Number(left.pid))).toBe(true);
  expect(processMark(Number(stranger.pid))).not.toBeNull();
  expect(await readdir(notes)).toEqual(["2.json"]);
});

test("a port that somebody listens on is passed over, on whichever loopback address", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const address = taken.address();
  const port = typeof address === "object" && address ? address.port : 0;
  expect(await firstFreePort(port, "127.0.0.1")).toBeGreaterThan(port);
  await new Promise((resolve) => taken.close(resolve));
  expect(await firstFreePort(port, "127.0.0.1")).toBe(port);
});
