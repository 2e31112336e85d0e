import { describe, expect, test } from "vitest";
import { decidedWords } from "@/lib/admin/decided-words";
import { loginWords } from "@/lib/auth/words";
import { closingWords } from "@/lib/closing/words";
import { invitationWords } from "@/lib/members/words";
import { smsSegments } from "@/lib/platform/sms-segments";
import { answerWords } from "@/lib/staff/answer-words";
import { subscriptionWords } from "@/lib/subscriptions/words";
import { registrationWords } from "@/lib/tenancy/words";
import { bookingWords } from "./booking";
import { customerWords } from "./customer";
import { type Mailed, memberNews, memberWords } from "./member";
import { moneyWords } from "./money";
import { platformWords } from "./platform";
import { waitlistWords } from "./waitlist";

type Said = string | { subject: string; body: string };
type Say = string | ((...given: never[]) => Said);

/** Values that are told apart in what is said; a number where one is counted. */
const given = ["<one>", "<two>", "<three>", "<four>", "<five>"];
function said(say: Say): string {
  if (typeof say === "string") return say;
  const all = (say as (...all: string[]) => Said)(...given.slice(0, say.length));
  return typeof all === "string" ? all : `${all.subject}\n${all.body}`;
}
const named = (text: string) => given.filter((one) => text.includes(one));

const toCustomers = [
  ["booking", bookingWords],
  ["waitlist", waitlistWords],
  ["customer", customerWords],
  ["money", moneyWords],
] as const;
const toMembers = [
  ["member", memberWords],
  ["login", loginWords],
  ["registration", registrationWords],
  ["application", platformWords],
  ["decision", decidedWords],
  ["invitation", invitationWords],
  ["time off that was answered", answerWords],
  ["subscription", subscriptionWords],
  ["closing", closingWords],
] as const;
type Table = { en: Record<string, Say>; sw: Record<string, Say> };

describe.each([...toCustomers, ...toMembers] as unknown as [string, Table][])("words of a %s", (_, { en, sw }) => {
  test.each(Object.keys(en))("%s says the same things in both languages", (key) => {
    const [english, swahili] = [said(en[key]!), said(sw[key]!)];
    expect(named(swahili)).toEqual(expect.arrayContaining(named(english)));
    if (/\p{L}{4}/u.test(english.replace(/<\w+>/g, ""))) expect(swahili).not.toBe(english);
    expect(`${english}${swahili}`).not.toContain("undefined");
  });
});

describe.each(toCustomers as unknown as [string, Table][])("words of a %s", (_, { en, sw }) => {
  test.each(Object.keys(en))("%s stays in the alphabet that an SMS is cheap in", (key) => {
    for (const words of [en, sw]) expect(smsSegments(said(words[key]!).padEnd(160, "."))).toBeLessThan(3);
  });
});

const event = {
  ...{ bookingId: "b", customerId: "c", staffIds: [], services: ["Cut", "Beard"], startsAt: "2026-11-26T11:00:00Z" },
  status: "confirmed",
};
const series = { id: "s", place: 1, of: 6, weeks: 2, speaks: true };
const news: Mailed[] = [
  { ...event, name: "booking.placed" },
  { ...event, name: "booking.placed", status: "requested", isNew: true },
  { ...event, name: "booking.placed", status: "held" },
  { ...event, name: "booking.placed", awaits: "deposit" },
  { ...event, name: "booking.placed", series },
  { ...event, name: "booking.placed", series: { ...series, place: 3, weeks: 1 } },
  ...(["customer", "desk"] as const).flatMap((by): Mailed[] => [
    { ...event, name: "booking.cancelled", by },
    { ...event, name: "booking.moved", by },
  ]),
];
test.each(news)("members read $name (%#) in both languages, and what it is about", (one) => {
  const told = { customerName: "Chebet", timeZone: "Africa/Nairobi" };
  const [english, swahili] = [memberNews.en(one, told), memberNews.sw(one, told)];
  for (const { title, message } of [english, swahili]) {
    expect(title).toContain("Chebet");
    expect(title).toContain("Cut, Beard");
    expect(message).toContain("14:00");
  }
  expect(swahili.title).not.toBe(english.title);
  expect(swahili.title.includes("6")).toBe(english.title.includes("6"));
});

test("every step of a booking is said differently", () => {
  const told = { customerName: null, timeZone: "Africa/Nairobi" };
  const titles = news.map((one) => memberNews.sw(one, told).title);
  expect(new Set(titles).size).toBe(new Set(news.map((one) => memberNews.en(one, told).title)).size);
  expect(titles.join()).toContain("Mteja");
});
