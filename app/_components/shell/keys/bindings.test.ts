import { expect, test } from "vitest";
import { sayIn } from "@/app/_words/say";
import { wordsIn } from "@/app/_words/swahili";
import { may, permissions } from "@/lib/auth/permissions";
import { bindingsOf } from "./bindings";

const say = sayIn("en", wordsIn("en"));
const roles = ["owner", "manager", "front_desk", "staff"] as const;
const of = (role: (typeof roles)[number]) =>
  bindingsOf(say, { id: "house", slug: "house", staffId: "me", may: permissions.filter((one) => may(role, one)) });

test.each(roles)("no key of a %s means two things", (role) => {
  const keys = of(role).flatMap(({ bindings }) => bindings.map(({ keys: all }) => all));
  expect(new Set(keys).size).toBe(keys.length);
  // G begins a way, so it is none by itself.
  expect(keys).not.toContain("g");
});

test("a role has the keys of what it may", () => {
  const keysOf = (role: (typeof roles)[number]) => of(role).flatMap(({ bindings }) => bindings.map(({ keys }) => keys));
  expect(keysOf("staff")).not.toContain("n");
  expect(keysOf("staff")).not.toContain("g s");
  expect(keysOf("front_desk")).toContain("n");
  expect(keysOf("owner")).toContain("g s");
});

test.each(roles)("a %s finds the keys that are held together, which no single key is mixed up with", (role) => {
  const held = of(role).flatMap(({ bindings }) => bindings.filter((one) => "held" in one));
  expect(held.map(({ keys }) => keys)).toEqual(["ctrl+k", "ctrl+z"]);
});
