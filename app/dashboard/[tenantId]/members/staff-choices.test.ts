import { expect, test } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import type { TeamList } from "@/lib/members/list-members";
import { staffChoices } from "./staff-choices";

const say = sayIn("en", wordsIn("en"));
const team = {
  members: [{ staffId: "a" }, { staffId: null }],
  invitations: [
    { staffId: "b", expired: false },
    { staffId: "c", expired: true },
  ],
  staff: ["a", "b", "c", "d"].map((id) => ({ id, name: id.toUpperCase() })),
} as TeamList;
const values = (own?: { staffId: string; staffName: string }) => staffChoices(say, team, own).map(({ value }) => value);

test("who has a login or an open invitation is not offered; an expired invitation holds nobody", () => {
  expect(values()).toEqual(["", "c", "d"]);
});

test("one's own person stays, also when they have left the staff list", () => {
  expect(values({ staffId: "a", staffName: "A" })).toEqual(["", "a", "c", "d"]);
  expect(values({ staffId: "z", staffName: "Z" })).toEqual(["", "z", "c", "d"]);
});
