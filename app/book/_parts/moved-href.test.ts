import { expect, test } from "vitest";
import { movedHref } from "./moved-href";

test.each([
  ["/book/old", undefined, "/book/new"],
  ["", undefined, "/book/new"],
  ["/portal/old/sign-in?then=%2Fa", undefined, "/portal/new/sign-in?then=%2Fa"],
  ["/book/old/times?service=1", "ABC234", "/book/new/times?service=1&ref=ABC234"],
  ["/book/old", "ABC234", "/book/new?ref=ABC234"],
  ["/book/old?ref=XYZ234", "ABC234", "/book/new?ref=XYZ234"],
  ["/book/old", "no code&x=1", "/book/new"],
])("%s with the code %s leads to %s", (asked, code, to) => expect(movedHref(asked, "new", code)).toBe(to));
