import { expect, test } from "vitest";
import { referralOf } from "./referral";

const of = (address: string) => referralOf(new URL(address));

test("a friend’s code is remembered for the business that it came with, and nothing else is", () => {
  expect(of("https://x.test/book/amani?ref=7K4MX2")).toBe(
    "referral=7K4MX2; Path=/book/amani; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure",
  );
  expect(of("http://x.test/book/amani/times?ref=7K4MX2&day=1")).not.toContain("Secure");
  expect(of("https://x.test/book/amani?ref=0O1I9ZQX")).toContain("referral=0O1I9ZQX;");
  for (const other of ["/book/amani", "/book/amani?ref=7k4mx2", "/book/amani?ref=7K4MX2;x", "/login?ref=7K4MX2"])
    expect(of(`https://x.test${other}`)).toBeNull();
});
