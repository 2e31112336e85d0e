import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { argumentsOf } from "./arguments-of";
import { numbersApart } from "./keys";
import { filesOf, hardCodedIn, saidIn } from "./said";
import { sayIn } from "./say";
import { sentences, wordsIn } from "./swahili";

const { told, ...spoken } = sentences;
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
const names = ["M-Pesa", "WhatsApp", "Safaricom", "Instagram", "ClientPulse"];

test("where people work nothing is said in English alone", () => {
  const left = grounds.flatMap((ground) => filesOf(ground).flatMap(hardCodedIn));
  expect(left.map(where)).toEqual([]);
});

test("what is known when the server tells it is told by it", () => {
  const sources = ["lib", "app"]
    .flatMap(filesOf)
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const lost = Object.keys(told).filter((text) => !asTold(text).test(sources));
  expect(lost).toEqual([]);
});

/** `{0}` stands for a number or for what the code puts in. */
const asTold = (text: string): RegExp =>
  new RegExp(
    text
      .split(/\{\d\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("(\\d[\\d.,:]*|\\$\\{[^}]*\\})"),
  );

test("what is told is known whatever numbers are in it", () => {
  const say = sayIn("sw", wordsIn("sw"));
  expect(numbersApart("is more than 80")).toEqual({ pattern: "is more than {0}", numbers: ["80"] });
  expect(say.known("nobody has ever said this 3 times")).toBe("nobody has ever said this 3 times");
});
