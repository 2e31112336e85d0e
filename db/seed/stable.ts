import { createHash } from "node:crypto";

/** Every demo row's id starts with this, so that rows made by hand are told apart without a list. */
const mark = "de30";
export const firstDemoId = `${mark}0000-0000-0000-0000-000000000000`;
export const lastDemoId = `${mark}ffff-ffff-ffff-ffff-ffffffffffff`;

const digest = (text: string) => createHash("sha256").update(`clientpulse demo ${text}`).digest();

/** The same name gives the same uuid (version 8) on every machine and every day. */
export function demoId(name: string): string {
  const hex = digest(name).toString("hex");
  return `${mark}${hex.slice(4, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const legible = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

export const demoReference = (name: string): string =>
  Array.from(digest(`reference ${name}`).subarray(0, 6), (byte) => legible[byte % legible.length]).join("");

export type Dice = {
  /** From 0 up to, not including, 1. */
  roll(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
};

/** Seeded (mulberry32): a plan thrown twice falls the same way. */
export function dice(seed: string): Dice {
  let state = digest(seed).readUInt32BE(0);
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1));
  return {
    roll,
    between,
    chance: (share) => roll() < share,
    pick: (from) => {
      const found = from[between(0, from.length - 1)];
      if (found === undefined) throw new Error("nothing to pick from");
      return found;
    },
  };
}
