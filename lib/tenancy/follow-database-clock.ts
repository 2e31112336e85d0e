import { sideSql } from "@/db/client";
import { clockOffset, setClockOffset } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";

const everyMs = 60_000;
const looks = 3;

/** Keeps our clock at the database's, so that two servers agree on what is past. Goes on until the process ends. */
export function followDatabaseClock(): void {
  const look = () => setToDatabaseClock().catch((error) => log().warn({ err: error }, "the database's clock not read"));
  void look();
  setInterval(look, everyMs).unref();
}

/** The quickest of a few looks is the truest: the answer was made somewhere between question and arrival. */
export async function setToDatabaseClock(): Promise<void> {
  let best = { doubtMs: Number.POSITIVE_INFINITY, offsetMs: 0 };
  for (let n = 0; n < looks; n++) {
    const asked = Date.now();
    const [row] = await sideSql()<{ at: Date }[]>`select clock_timestamp() as at`;
    const arrived = Date.now();
    const doubtMs = (arrived - asked) / 2;
    if (row && doubtMs < best.doubtMs) best = { doubtMs, offsetMs: row.at.getTime() - (asked + doubtMs) };
  }
  // Within the doubt we are right already, and do not jump about.
  if (Math.abs(best.offsetMs - clockOffset()) > best.doubtMs + 1) setClockOffset(Math.round(best.offsetMs));
}
