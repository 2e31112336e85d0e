import { expect, test } from "vitest";
import { pathsOf } from "./paths-of";

test("the platform's own pages are in the map however many businesses there are, once", () => {
  expect(pathsOf(1, [])).toEqual(["/", "/find", "/pricing"]);
  expect(pathsOf(1, ["amani"])).toEqual(["/", "/find", "/pricing", "/book/amani"]);
  expect(pathsOf(2, ["baraka"])).toEqual(["/book/baraka"]);
  expect(pathsOf(3, [])).toBeNull();
});
