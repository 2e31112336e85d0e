import { describe, expect, test } from "vitest";
import { isQuiet, minutesOfQuiet } from "./rules";

const night = { quietFrom: 21 * 60, quietUntil: 7 * 60 };
const siesta = { quietFrom: 13 * 60, quietUntil: 15 * 60 };

describe("quiet hours", () => {
  test.each([
    [night, 20 * 60 + 59, 0],
    [night, 21 * 60, 600],
    [night, 23 * 60, 480],
    [night, 0, 420],
    [night, 6 * 60 + 59, 1],
    [night, 7 * 60, 0],
    [siesta, 12 * 60, 0],
    [siesta, 13 * 60, 120],
    [siesta, 14 * 60 + 30, 30],
    [siesta, 15 * 60, 0],
    [{ quietFrom: 540, quietUntil: 540 }, 540, 0],
  ])("%j at minute %i lasts %i more", (hours, minute, left) => expect(minutesOfQuiet(hours, minute)).toBe(left));

  test("whoever waits for their end is out of them", () => {
    for (const hours of [night, siesta, { quietFrom: 1, quietUntil: 0 }])
      for (let minute = 0; minute < 1440; minute++)
        expect(isQuiet(hours, (minute + minutesOfQuiet(hours, minute)) % 1440)).toBe(false);
  });
});
