import { expect, test } from "vitest";
import { changeServiceInput } from "./input";

test("a way to book that leaves no time is told of, and where", () => {
  const fault = (noticeMinutes: number | null, horizonDays: number | null) =>
    changeServiceInput
      .safeParse({ windows: [{ channel: "api", noticeMinutes, horizonDays }] })
      .error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(fault(2_880, 1)).toEqual([
    ["windows.0.noticeMinutes", "is longer than one may book ahead, so nothing could be booked"],
  ]);
  expect(fault(2_879, 1)).toBeUndefined();
  expect(fault(2_880, null)).toBeUndefined();
});
