import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as figureLines from "@/lib/analytics/figure-lines";
import { statuses } from "@/lib/customers/rules";
import { catalogue } from "@/lib/events/catalogue";
import { categories } from "@/lib/expenses/rules";
import { businessTypes } from "@/lib/tenancy/rules";
import { argumentsOf } from "./arguments-of";
import { reachedFrom } from "./reach";
import { filesOf, hardCodedIn, saidIn, toldIn } from "./said";
import { sayIn } from "./say";
import { sentences, wordsIn } from "./swahili";

const { told, events, fills, eventFills, ...spoken } = sentences;
const swahili = new Map(Object.values(spoken).flatMap((file) => Object.entries<string>(file)));
const said = filesOf("app").flatMap(saidIn);
/** Where people work; what customers see has its words in tables of both languages (app/public-words.test.ts). */
const grounds = ["app/dashboard", "app/admin", "app/profile", "app/(auth)", "app/dev", "app/_components"];
const forCustomers = reachedFrom(
  ["book", "b", "q", "r", "u", "v", "w", "portal", "(site)"]
    .flatMap((place) => filesOf(`app/${place}`))
    .concat(["layout", "error", "global-error", "not-found"].map((file) => `app/${file}.tsx`)),
);

const where = ({ file, line, text }: { file: string; line: number; text: string }) => `${file}:${line} ${text}`;

test("every sentence that is said has its Swahili, and none of them is left over", () => {
  expect(said.filter(({ text }) => !swahili.has(text)).map(where)).toEqual([]);
  const all = new Set(said.map(({ text }) => text));
  expect([...swahili.keys()].filter((text) => !all.has(text))).toEqual([]);
});

test("both are given the same", () => {
  const differing = [...swahili].filter(([en, sw]) => String(argumentsOf(en)) !== String(argumentsOf(sw)));
  expect(differing).toEqual([]);
});

test("a sentence stands in one file only, and is not its own translation", () => {
  const keys = Object.values({ ...spoken, told }).flatMap((file) => Object.keys(file));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  const same = [...swahili].filter(([en, sw]) => en === sw && !isName(en)).map(([en]) => en);
  expect(same).toEqual([]);
});

/** Names, numbers and what is put together of what is given are alike in both. */
const isName = (text: string): boolean =>
  !/\p{Ll}{2}/u.test(text.replace(/\{\w+\}/g, "")) || names.some((name) => text.replace(name, "").trim() === "");
const names = ["Ctrl K", "M-Pesa", "WhatsApp", "Safaricom", "Instagram", "ClientPulse"];

test("where people work nothing is said in English alone", () => {
  const files = grounds.flatMap(filesOf).filter((file) => !forCustomers.has(file) && !file.includes("/testing/"));
  const left = files.flatMap(hardCodedIn);
  expect(left.filter(({ text }) => !isName(text)).map(where)).toEqual([]);
});

test("what is known when the server tells it is told by it", () => {
  const sources = ["lib", "app"]
    .flatMap(filesOf)
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const lost = Object.keys(told).filter((text) => !asTold(text).test(sources));
  expect(lost).toEqual([]);
});

/** `{0}` stands for what the code puts in. */
const asTold = (text: string): RegExp =>
  new RegExp(
    text
      .split(/\{\d\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("(\\d[\\d.,:]*|\\$\\{[^\n]{1,90}?\\})"),
  );

const say = sayIn("sw", wordsIn("sw"));

test("what is told is known by its pattern, with what fills it; what nobody knows stays as it is", () => {
  expect(say.happened("Wanjiru booked Braids, 3 times every 2 weeks")).toBe(
    "Wanjiru ameweka miadi ya Braids, mara 3 kila wiki 2",
  );
  expect(say.happened("First Tue 24 Nov, 14:00, new here")).toBe("Kwanza Jumanne 24 Nov, 14:00, mgeni hapa");
  expect(say.known("nobody has ever said this {0} times")).toBe("nobody has ever said this {0} times");
});

test.each(["Rose", "April", "Gift", "Photos", "Olive", "Lost", "Public holiday"])("%s as a name stays one", (name) => {
  expect(say.happened(`${name} booked Braids`)).toBe(`${name} ameweka miadi ya Braids`);
  expect(say.happened(`Confirmed: ${name} for ${name}`)).toBe(`Imethibitishwa: ${name} kwa ${name}`);
  expect(say.happened(`A customer booked ${name}, 2 times every week`)).toBe(
    `Mteja ameweka miadi ya ${name}, mara 2 kila wiki`,
  );
  expect(say.happened(name)).toBe(name);
  expect(say.known(`This customer is now part of ${name}.`)).toBe(`Mteja huyu sasa ni sehemu ya ${name}.`);
});

test("what fills a sentence is said where it is of ours", () => {
  expect(say.known("Somebody was quicker: this booking is in service.")).toBe(
    "Kuna aliyekuwahi: miadi hii anahudumiwa.",
  );
  expect(say.known("Nobody who does it is free yet: somebody is in 1 h 5 min.")).toBe(
    "Hakuna anayeifanya aliye huru bado: atakuwepo baada ya saa 1 dakika 5.",
  );
  expect(say.known("choose the column for “Price”")).toBe("chagua safu ya “Bei”");
  expect(say.happened("Price booked Monday")).toBe("Price ameweka miadi ya Monday");
  expect(say.happened("Business suspended")).toBe("Biashara imesimamishwa");
});

test("sentences that are told together are told one by one", () => {
  expect(say.known("Safaricom does not answer. What it said before stands. Test again after 14:05.")).toBe(
    "Safaricom haijibu. Ilichosema awali kinabaki. Jaribu tena baada ya saa 14:05.",
  );
  expect(say.known("Nobody knows this one. What it said before stands.")).toBe(
    "Nobody knows this one. Ilichosema awali kinabaki.",
  );
});

test("what the platform and the desk are told in words of another place is told in Swahili too", () => {
  const told = [
    ...["is being closed", "stays after all", "is deleted"].map((what) => `Amani ${what}`),
    ...["tries Solo", "has paid for Solo", "owes for its subscription", "has no subscription any more"],
    ...["has Solo", "changed to Solo"],
  ].map((what, at) => (at < 3 ? what : `Amani: ${what}`));
  expect(told.filter((text) => say.happened(text) === text)).toEqual([]);
  expect(say.happened("Tue 24 Nov – Thu 26 Dec")).toBe("Jumanne 24 Nov – Alhamisi 26 Des");
  expect(say.happened("Tue 24 Nov, 09:00–12:00")).toBe("Jumanne 24 Nov, 09:00–12:00");
});

/** With a number for what is put in; a sentence that another goes before is told by itself. */
const sample = (text: string) => text.replace(/^\{\} (?=\p{Lu})/u, "").replaceAll("{}", "7");
/** Told to the log only. */
const unheard = ["owners were not told that their plan is full"];

test("why something was not done is told in Swahili too", () => {
  const refused = filesOf("app/_server").filter((file) => /-refused\.ts$/.test(file));
  const others = ["over-plan", "refusals", "not-there", "affected", "mpesa-settings"].map(
    (one) => `app/_server/${one}.ts`,
  );
  const files = [...refused, ...others, "lib/payments/daraja/check-account.ts", "lib/members/rules.ts"];
  const told = files.flatMap(toldIn).map((one) => ({ ...one, text: sample(one.text) }));
  expect(told.length).toBeGreaterThan(200);
  expect(told.filter(({ text }) => say.known(text) === text && !unheard.includes(text)).map(where)).toEqual([]);
});

test("what the numbers of reports are called is told in Swahili too, on the screen and in files", () => {
  const lines = Object.values(figureLines).flat();
  const all = lines.flatMap(({ label, about }) => [label, about]).filter(Boolean);
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter((text) => say.known(text) === text)).toEqual([]);
});

test("what stands in the cells of files is told in Swahili too", () => {
  const words = [
    ...statuses.map(({ label }) => label),
    ...categories.map(({ label }) => label),
    ...Object.values(businessTypes),
    ...["What is wrong", "Line 7"],
  ];
  expect(words.filter((text) => !alike.includes(text) && say.known(text) === text)).toEqual([]);
});
const alike = ["VIP", "Spa"];

/** Every way in which one thing that happens can be told. */
const turns: object[] = [
  {},
  ...["held", "requested"].map((status) => ({ status })),
  ...["held", 3].map((was) => ({ was })),
  ...Object.keys({ pending: 1, redeemed: 1, expired: 1, cancelled: 1 }).map((became) => ({ became })),
  ...["approved", "rejected", "suspended"].map((status) => ({ status })),
  { by: "customer" },
  { awaits: "deposit" },
  { isNew: true },
  { byHand: true },
  { late: true },
  { points: -5 },
  { left: 0 },
  { stars: 1 },
  ...[1, 2].map((weeks) => ({ series: { id: "s", place: 1, of: 3, weeks, speaks: true } })),
  { series: { id: "s", place: 2, of: 3, weeks: 2, speaks: true } },
];
const facts = {
  ...{
    services: ["Braids"],
    startsAt: "2026-11-24T11:00:00Z",
    endsAt: "2026-11-24T12:00:00Z",
    staffIds: [],
    by: "desk",
  },
  ...{
    status: "confirmed",
    number: 7,
    amountMinor: 150_000,
    currency: "KES",
    points: 5,
    what: "Wanjiru",
    became: "pending",
  },
  ...{
    left: 3,
    unit: "ml",
    stars: 4,
    was: null,
    business: "Amani",
    city: "Nairobi",
    staffName: "Njeri",
    memberName: "Njeri",
  },
  ...{ day: "2026-11-24", when: "", late: false, closesAt: "2026-12-24T11:00:00Z" },
};
const namesAlone = /^(Wanjiru|Nairobi|KES 1,500|Amani: Wanjiru|Amani Wanjiru|)$/;

test.each(Object.entries(catalogue))("%s is told in Swahili too", (_, { words }) => {
  const all = turns.flatMap((turn) => {
    const { title, message } = words({ ...facts, ...turn } as never, { customerName: "Wanjiru", timeZone: "UTC" });
    return [title, message];
  });
  expect(all.filter((text) => !namesAlone.test(text) && say.happened(text) === text)).toEqual([]);
});
