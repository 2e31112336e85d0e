import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processMark } from "./process-mark.mjs";

let tickets = 0;

/**
 * Who works on a data folder: the last one out stops the server, so two test runs do not pull it from under each other.
 * @param {string} dataDir
 */
export function usersOf(dataDir) {
  const folder = `${dataDir}.users`;
  return {
    join() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      tickets += 1;
      const ticket = join(folder, `${process.pid}-${tickets}`);
      writeFileSync(ticket, processMark(process.pid) ?? "");
      return () => rmSync(ticket, { force: true });
    },
    /** Counts the living and forgets the dead. */
    count() {
      const tickets = list(folder);
      const living = tickets.filter((name) => {
        const file = join(folder, name);
        if (processMark(Number.parseInt(name, 10)) === readFileSync(file, "utf8")) return true;
        rmSync(file, { force: true });
        return false;
      });
      if (living.length === 0) rmSync(folder, { recursive: true, force: true });
      return living.length;
    },
  };
}

function list(/** @type {string} */ folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
