import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue } from "@/lib/events/catalogue";
import { argumentsOf } from "./arguments-of";
import { filesOf, hardCodedIn, saidIn } from "./said";
import { sayIn } from "./say";
import { sentences, wordsIn } from "./swahili";

const { told, events, ...spoken } = sentences;
const swahili = new Map(Object.values(spoken).flatMap((file) => Object.entries<string>(file)));
const said = filesOf("app").flatMap(saidIn);
/** Where people work; what customers see has its words in tables of both languages (app/public-words.test.ts). */
const grounds = ["app/dashboard", "app/admin", "app/profile", "app/(auth)", "app/_components/shell"];

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
  const keys = Object.values(sentences).flatMap((file) => Object.keys(file));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  const same = [...swahili].filter(([en, sw]) => en === sw && !isName(en)).map(([en]) => en);
  expect(same).toEqual([]);
});

/** Names, numbers and what is put together of what is given are alike in both. */
const isName = (text: string): boolean =>
  !/\p{Ll}{2}/u.test(text.replace(/\{\w+\}/g, "")) || names.some((name) => text.replace(name, "").trim() === "");
const names = ["Ctrl K", "M-Pesa", "WhatsApp", "Safaricom", "Instagram", "ClientPulse"];

test("where people work nothing is said in English alone", () => {
  const left = grounds.flatMap((ground) => filesOf(ground).flatMap(hardCodedIn));
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
  expect(say.known("Wanjiru booked Braids, 3 times every 2 weeks")).toBe(
    "Wanjiru ameweka miadi ya Braids, mara 3 kila wiki 2",
  );
  expect(say.known("First Tue 24 Nov, 14:00, new here")).toBe("Kwanza Jumanne 24 Nov, 14:00, mgeni hapa");
  expect(say.known("nobody has ever said this {0} times")).toBe("nobody has ever said this {0} times");
});

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
  expect(all.filter((text) => !namesAlone.test(text) && say.known(text) === text)).toEqual([]);
});
