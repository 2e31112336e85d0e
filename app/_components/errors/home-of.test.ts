import { expect, test } from "vitest";
import { homeOf } from "./home-of";

test.each([
  ["/book/amani/times", "/book/amani"],
  ["/portal/amani/rewards", "/portal/amani"],
  ["/dashboard/1234/till", "/dashboard"],
  ["/admin/health", "/admin"],
  ["/b/token/move", "/"],
  ["/", "/"],
])("%s is at home at %s", (path, home) => {
  expect(homeOf(path)).toBe(home);
});
