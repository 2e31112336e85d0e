import type { CodePurpose } from "@/db/schema/people";
import { networkOf } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";
import {
  type Allowed,
  count,
  countHere,
  countInOrder,
  countUntold,
  forgive,
  type Limit,
  tallied,
  tally,
} from "@/lib/platform/rate-limit";
import { readIdentifier } from "./sign-in";

const minute = 60;
const hour = 3_600;
const day = 86_400;

/** Public bookings of one address. */
export const countBooking = (address: string): Promise<Allowed> =>
  count({ name: "bookings", points: env().BOOKINGS_PER_MINUTE, seconds: minute }, networkOf(address));

/**
 * Looks at free times, of one address at one process: many phones may share one, and a look costs no money. How long it takes
 * to work out grows with the services of a visit, and so does what is counted.
 */
export const countLook = (address: string, services = 1): Promise<Allowed> =>
  countHere({ name: "looks", points: env().LOOKS_PER_MINUTE, seconds: minute }, networkOf(address), services ** 2);
/** Phones that are asked to pay from one business's public pages by one address: each prompt frightens somebody. */
export const countPrompt = (tenantId: string, address: string): Promise<Allowed> =>
  count({ name: "prompts", points: 30, seconds: hour }, `${tenantId} ${networkOf(address)}`);

/** Choices on public pages, each of which keeps a time for a while; of one address. */
export const countHold = (address: string): Promise<Allowed> =>
  count({ name: "holds", points: env().BOOKINGS_PER_MINUTE, seconds: minute }, networkOf(address));

/** Applications, resets and whatever else costs us a message or a hash; per address. */
export const countCostly = (address: string): Promise<Allowed> =>
  count({ name: "costly", points: env().SIGN_INS_PER_ADDRESS, seconds: 10 * minute }, networkOf(address));

const signIns = (): Limit => ({ name: "sign-ins", points: env().SIGN_INS_PER_ADDRESS, seconds: 10 * minute });
/** Never limits of their own: they only say how long to wait. */
const failures: Limit = { name: "sign-in-failures", points: 1_000_000, seconds: hour };
const failuresOfAll: Limit = { name: "sign-in-failures-all", points: 1_000_000, seconds: hour };

/** So many tries cost nothing; after that each doubles the wait for the next, up to five minutes. */
const freeTries = 5;
const longestWaitSeconds = 300;
/** From so many on, over all addresses, answers to this account come slower. They still come: nobody is locked out by others. */
const calmFailures = 20;
const longestDelayMs = 4_000;

/** However it is written, a phone or an address is one account. */
const nameOf = (identifier: string): string => {
  const read = readIdentifier(identifier);
  if (!read) return identifier.trim().toLowerCase();
  return "email" in read ? read.email : read.phone;
};
const pair = (identifier: string, address: string) => `${nameOf(identifier)} ${networkOf(address)}`;

/**
 * Whether somebody at this address may try this account now, and how long to keep the answer back. A try is counted
 * before it is made, so that a hundred at once count as a hundred; the right password forgives it.
 */
export async function maySignIn(identifier: string, address: string): Promise<Allowed & { delayMs: number }> {
  const [within, tries, failedAnywhere] = await Promise.all([
    count(signIns(), networkOf(address)),
    tally(failures, pair(identifier, address)),
    tallied(failuresOfAll, nameOf(identifier)),
  ]);
  const delayMs =
    failedAnywhere < calmFailures ? 0 : Math.min((failedAnywhere - calmFailures + 1) * 200, longestDelayMs);
  return { ...(within.ok ? await afterWaiting("sign-in", pair(identifier, address), tries) : within), delayMs };
}

/** Of one try more: whether the wait that those before it cost is over. */
function afterWaiting(name: string, key: string, tries: number): Promise<Allowed> | { ok: true } {
  if (tries <= freeTries) return { ok: true };
  const seconds = Math.min(2 ** Math.min(tries - freeTries - 1, 10), longestWaitSeconds);
  return countUntold({ name: `${name}-wait`, points: 1, seconds }, key);
}

export const signInFailed = (identifier: string): Promise<number> => tally(failuresOfAll, nameOf(identifier));

export const signInWorked = (identifier: string, address: string): Promise<void> =>
  forgive(failures, pair(identifier, address));

/** By what somebody shows who they are. Each is counted for itself, so that none uses another's tries up. */
export type Proof = "second-factor" | "second-factor-setup" | "recovery-code" | "step-up" | "old-password";

const proofTries = (proof: Proof): Limit => ({ name: `${proof}-tries`, points: 1_000_000, seconds: hour });
/** With a million codes of which three are right, fifty a day guess one in eighteen years. */
const proofsPerDay = 50;

/**
 * Whether this person may try now. As at signing in, the try is counted first and each too many doubles the wait for
 * the next. Recovery codes have no cap for the day: they cannot be guessed, and are the way in when the app's codes
 * are used up. Nobody gets here without the password, so no stranger can use tries up.
 */
export async function mayProve(proof: Proof, userId: string): Promise<Allowed> {
  const waited = await afterWaiting(proof, userId, await tally(proofTries(proof), userId));
  if (!waited.ok || proof === "recovery-code") return waited;
  return count({ name: `${proof}-day`, points: proofsPerDay, seconds: day }, userId);
}

export const proved = (proof: Proof, userId: string): Promise<void> => forgive(proofTries(proof), userId);

/** Codes that come back, whatever they were for; per address. */
export const countRedeeming = (address: string): Promise<Allowed> =>
  count({ name: "redeeming", points: env().SIGN_INS_PER_ADDRESS, seconds: 10 * minute }, networkOf(address));

/** What a code or a link is asked for. */
type Wanted = CodePurpose | "reset_link" | "invitation" | "check_in_link";

/** From one address to one place for one purpose; and over all addresses, so that guesses stay few. */
export const codesPerDay = { perAddress: 5, inAll: 10 };

/**
 * Codes and links that are asked for: per address that asks, and per place where they go, whether anybody is there or
 * not. Each purpose by itself, and first by who asks: what a stranger asks for does not shut the door to its owner.
 */
export function countCode(wanted: Wanted, destination: string, address: string): Promise<Allowed> {
  const [network, place] = [networkOf(address), `${wanted} ${destination}`];
  return countInOrder([
    [signIns(), network],
    [{ name: "codes", points: codesPerDay.perAddress, seconds: day }, `${place} ${network}`],
    [{ name: "codes-all", points: codesPerDay.inAll, seconds: day }, place],
  ]);
}

/** What one key asks, in all instances together. */
export const countKey = (keyId: string): Promise<Allowed> =>
  count({ name: "api-keys", points: 600, seconds: minute }, keyId);

/** What one person writes to a business, or a member to its customers: a quick talk, not a flood. */
export const countMessage = (who: string): Promise<Allowed> =>
  count({ name: "conversation", points: 40, seconds: 10 * minute }, who);

/** Forms that anybody may send to a business or to us; of one address. */
export const countEnquiry = (address: string): Promise<Allowed> =>
  count({ name: "enquiries", points: env().SIGN_INS_PER_ADDRESS / 6, seconds: hour }, networkOf(address));

/** What is said of visits by their links; of one address. */
export const countReview = (address: string): Promise<Allowed> =>
  count({ name: "reviews", points: env().SIGN_INS_PER_ADDRESS, seconds: hour }, networkOf(address));

/** What somebody changes of themself, and the codes that go to a new address of theirs; per login. */
export const countOwnChange = (what: "profile" | "contact", userId: string): Promise<Allowed> =>
  count({ name: `own-${what}`, points: what === "profile" ? 60 : 5, seconds: what === "profile" ? hour : day }, userId);
