import { afterEach, expect, test, vi } from "vitest";
import { now, setClockOffset } from "@/lib/platform/clock";
import { setToDatabaseClock } from "./follow-database-clock";

afterEach(() => {
  vi.useRealTimers();
  setClockOffset(0);
});

const trueNow = () => performance.timeOrigin + performance.now();

test.each([-3_600_000, -5_000, 0, 5_000, 86_400_000])(
  "a machine whose clock is %d ms off goes by the database's",
  async (offMs) => {
    vi.useFakeTimers({ toFake: ["Date"], now: trueNow() + offMs });
    // The fake clock stands still, so the machine's error is the whole difference.
    await setToDatabaseClock();
    expect(Math.abs(now().getTime() - trueNow())).toBeLessThan(1_000);
  },
);
