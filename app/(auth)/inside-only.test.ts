import { expect, test } from "vitest";
import { insideOnly } from "./inside-only";

test.each(["/dashboard", "/dashboard/x/bookings?open=1", "/profile/sessions", "/admin", "/invite/aB-_9"])(
  "%s is one of ours",
  (address) => expect(insideOnly(address)).toBe(address),
);

test.each([undefined, ["/profile"], "//evil.test", "https://evil.test/profile", "/profile@evil.test", "/\\evil", "/x"])(
  "%s is not",
  (address) => expect(insideOnly(address)).toBe("/dashboard"),
);
