import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** What the lists of the world leave out. Bare words: digits and signs around them do not help. */
const here = `safaricom mpesa mombasa kisumu nakuru eldoret thika kenya salon salonnairobi barber kinyozi spa clinic beauty
  karibu jambo hakunamatata harambee jesuslord godislove blessing manunited gormahia matatu shujaa mwananchi
  administrator change changeit temporary temppassword newpassword mypassword clientpulse testtest`;

let words: Set<string> | undefined;
/** Read from its packed form at the first question. */
const common = () => {
  words ??= new Set(
    [...(dictionary["passwords-common"] ?? []), ...here.split(/\s+/)].filter(({ length }) => length > 3),
  );
  return words;
};

const letterFor: Record<string, string> = { "@": "a", "0": "o", "1": "i", "3": "e", $: "s", "5": "s", "7": "t" };

/** Figures read as the letters they stand for. */
export const plain = (text: string): string =>
  text.toLowerCase().replaceAll(/[@013$57]/g, (sign) => letterFor[sign] ?? sign);

/** Whether it is typed first by people and by machines that guess: "P@ssw0rd-2024!" is "password"; doubled words count once. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5 || isRun(lower) || isWalk(lower)) return true;
  // Without the year and the exclamation mark around it, before figures are read as letters.
  const core = lower.replace(/^[^a-z]+/, "").replace(/[^a-z]+$/, "");
  return [lower, plain(lower), core, plain(core)].some((text) => {
    const bare = text.replaceAll(/[^a-z]/g, "");
    const half = bare.slice(0, bare.length / 2);
    return common().has(text) || common().has(bare) || (half + half === bare && common().has(half));
  });
}

/** 1234567890, abcdefghij, 0987654321: each character follows the one before. */
function isRun(password: string): boolean {
  const codes = [...password].map((letter) => letter.charCodeAt(0));
  const steps = codes.slice(1).map((code, at) => code - codes[at]!);
  const even = (step: number) => steps.filter((one) => one === step).length >= steps.length - 1;
  return even(1) || even(-1) || even(0);
}

const neighbours = new Map(
  Object.entries(adjacencyGraphs.qwerty ?? {}).map(([key, keys]) => [key, (keys ?? []).join("")]),
);

/** 1q2w3e4r5t, zaq12wsxcde3, asdf123456: a finger that wanders over the keyboard and seldom jumps. */
function isWalk(password: string): boolean {
  const keys = [...password];
  const jumps = keys.slice(1).filter((key, at) => key !== keys[at] && !neighbours.get(keys[at]!)?.includes(key));
  return jumps.length <= keys.length / 6;
}
