import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type Demo = {
  child: ChildProcess;
  url: string;
  password: string;
  /** Everything it printed so far. */
  said(): string;
  /** From launch to the line that says ready. */
  readyMs: number;
  /** Every process it has started, directly or not. */
  family(): number[];
  /** Sends the signal to the launcher alone and answers how it ended. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

/** `npm run demo` as somebody starts it, on data and a build of the tests' own. */
export async function startDemo(dataDir: string, port: number, args: string[] = []): Promise<Demo> {
  const began = performance.now();
  const child = spawn(process.execPath, ["scripts/demo.mjs", ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: environment(dataDir, port),
  });
  let said = "";
  for (const output of [child.stdout!, child.stderr!]) output.setEncoding("utf8").on("data", (text) => (said += text));
  while (!/Ctrl-C stops everything/.test(said)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the demo did not start:\n${said}`);
    await Promise.race([once(child.stdout!, "data"), once(child, "exit")]);
  }
  const line = (name: string) => new RegExp(`${name} +(\\S+)`).exec(said)?.[1] ?? "";
  return {
    child,
    url: line("Dashboard").replace(/\/login$/, ""),
    password: line("Password"),
    said: () => said,
    readyMs: performance.now() - began,
    family: () => familyOf(child.pid!),
    end: async (signal) => {
      const exit = once(child, "exit");
      child.kill(signal);
      const [code, by] = await exit;
      return { code, signal: by };
    },
  };
}

/** A shell's, with folders of our own; nothing that the tests' own environment says reaches it. */
const environment = (dataDir: string, port: number) =>
  ({
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    DEMO_DATA_DIR: dataDir,
    DEMO_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next-test",
  }) as unknown as NodeJS.ProcessEnv;

/** Where the kernel keeps its list; elsewhere nobody is counted. */
export const canCount = existsSync("/proc/self/stat");

function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const [child, parent] of processes()) children.set(parent, [...(children.get(parent) ?? []), child]);
  const found: number[] = [];
  for (const queue = [pid]; queue.length > 0; ) {
    const next = queue.shift()!;
    found.push(next);
    queue.push(...(children.get(next) ?? []));
  }
  return found;
}

export const living = (pids: number[]): number[] => pids.filter((pid) => processes().some(([one]) => one === pid));

/** Every process that is not a corpse, with its parent. */
function processes(): [number, number][] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [state, parent] = readFileSync(`/proc/${name}/stat`, "utf8")
          .replace(/^.*\) /s, "")
          .split(" ");
        return state === "Z" ? [] : [[Number(name), Number(parent)] as [number, number]];
      } catch {
        return [];
      }
    });
}
