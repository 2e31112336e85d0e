import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processMark } from "./embedded/process-mark.mjs";
import { startPostgres } from "./embedded.mjs";

let folder: string;
let dataDir: string;
const launchers: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "clientpulse-pg-"));
  dataDir = join(folder, "pg");
});

afterEach(async () => {
  for (const launcher of launchers.splice(0)) launcher.kill("SIGKILL");
  // Whoever was killed above is forgotten here, so this is the last one out.
  await startPostgres({ dataDir }).then((server) => server.stop());
  await rm(folder, { recursive: true, force: true });
});

/** A process of its own that holds the database until its input ends. */
async function launch(): Promise<{ pid: number; adopted: boolean; process: ChildProcess; leave: () => Promise<void> }> {
  const module = pathToFileURL(join(import.meta.dirname, "embedded.mjs")).href;
  const program = `
    const { startPostgres } = await import(${JSON.stringify(module)});
    const { pid, adopted, stop } = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(JSON.stringify({ pid, adopted }));
    process.stdin.on("end", () => stop().then(() => process.exit(0))).resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["pipe", "pipe", "inherit"] });
  launchers.push(child);
  const [line] = await once(createInterface(child.stdout), "line");
  const leave = async () => {
    const gone = once(child, "exit");
    child.stdin.end();
    await gone;
  };
  return { ...JSON.parse(String(line)), process: child, leave };
}

test("several who start at once share one server, and the last one out stops it", async () => {
  const started = await Promise.all([launch(), launch(), launch()]);
  expect(started.filter((one) => !one.adopted)).toHaveLength(1);
  const pids = new Set(started.map((one) => one.pid));
  expect(pids.size).toBe(1);
  const pid = Number([...pids][0]);

  const [first, second, third] = started;
  await first?.leave();
  await second?.leave();
  expect(processMark(pid)).not.toBeNull();
  await third?.leave();
  expect(processMark(pid)).toBeNull();
});

test("a server whose launcher was killed is adopted, with all it holds, and can be stopped", async () => {
  const killed = await launch();
  const gone = once(killed.process, "exit");
  killed.process.kill("SIGKILL");
  await gone;

  const server = await startPostgres({ dataDir });
  expect(server).toMatchObject({ adopted: true, pid: killed.pid });
  const sql = postgres(server.adminUrl(), { max: 1 });
  expect(await sql`select current_setting('max_connections') as max`).toEqual([{ max: "200" }]);
  await sql.end();
  await server.stop();
  expect(processMark(killed.pid)).toBeNull();
});

test("a note of a server that crashed does not stand in the way, even when its number lives on as somebody else", async () => {
  await startPostgres({ dataDir }).then((server) => server.stop());
  const lines = [process.pid, dataDir, 1, 65_000, "", "127.0.0.1", "", "ready   "];
  await writeFile(join(dataDir, "postmaster.pid"), `${lines.join("\n")}\n`);

  const server = await startPostgres({ dataDir });
  expect(server.adopted).toBe(false);
  await server.stop();
});

test("what an interrupted start left half-made is swept away, and the password is readable by its owner only", async () => {
  const halfMade = `${dataDir}.new-0000`;
  await mkdir(halfMade);
  await writeFile(join(halfMade, "PG_VERSION"), "18\n");

  const server = await startPostgres({ dataDir });
  await server.stop();
  await expect(stat(halfMade)).rejects.toThrow("ENOENT");
  const { mode } = await stat(`${dataDir}.secret`);
  expect(mode & 0o777).toBe(0o600);
  expect(server.adminUrl()).toContain(await readFile(`${dataDir}.secret`, "utf8"));
});
