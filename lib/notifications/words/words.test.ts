import { describe, expect, test } from "vitest";
import { smsSegments } from "@/lib/platform/sms-segments";
import { bookingWords } from "./booking";
import { customerWords } from "./customer";
import { moneyWords } from "./money";
import { waitlistWords } from "./waitlist";

type Say = string | ((...given: never[]) => string);

/** Values that are told apart in what is said; a number where one is counted. */
const given = ["<one>", "<two>", "<three>", "<four>", "<five>"];
const said = (say: Say): string =>
  typeof say === "string" ? say : (say as (...all: string[]) => string)(...given.slice(0, say.length));
const named = (text: string) => given.filter((one) => text.includes(one));

describe.each([
  ["booking", bookingWords],
  ["waitlist", waitlistWords],
  ["customer", customerWords],
  ["money", moneyWords],
])("words of a %s", (_, { en, sw }) => {
  const keys = Object.keys(en) as (keyof typeof en)[];

  test.each(keys)("%s says the same things in both languages", (key) => {
    const [english, swahili] = [said(en[key] as Say), said(sw[key] as Say)];
    expect(named(swahili)).toEqual(expect.arrayContaining(named(english)));
    if (/\p{L}{4}/u.test(english.replace(/<\w+>/g, ""))) expect(swahili).not.toBe(english);
  });

  test.each(keys)("%s stays in the alphabet that an SMS is cheap in", (key) => {
    for (const words of [en, sw]) expect(smsSegments(said(words[key] as Say).padEnd(160, "."))).toBeLessThan(3);
  });
});
