import { describe, expect, test } from "vitest";
import type { Role } from "@/db/schema/people";
import { mayGive, roles, type Somebody, whyNotLeave, whyNotLink, whyNotRemove, whyNotRole } from "./rules";

const is = (role: Role, userId = `a ${role}`): Somebody => ({ userId, role });

test("owners hand out every role, managers the desk and staff, others none", () => {
  const given = (by: Role) => roles.filter((role) => mayGive(by, role));
  expect(roles.map(given)).toEqual([["owner", "manager", "front_desk", "staff"], ["front_desk", "staff"], [], []]);
});

describe("roles", () => {
  test("a manager neither lifts somebody to their own level nor touches those at or above it", () => {
    expect(whyNotRole(is("manager"), is("staff"), "front_desk", 1)).toBeNull();
    expect(whyNotRole(is("manager"), is("staff"), "manager", 1)).toBe("forbidden");
    expect(whyNotRole(is("manager"), is("manager", "other"), "staff", 1)).toBe("forbidden");
    expect(whyNotRole(is("manager"), is("owner"), "staff", 2)).toBe("forbidden");
  });

  test("nobody changes their own role, whatever it is", () => {
    for (const role of roles)
      for (const to of roles) expect(whyNotRole(is(role, "me"), is(role, "me"), to, 3)).toBe("own_role");
  });

  test("the last owner stays an owner", () => {
    expect(whyNotRole(is("owner", "a"), is("owner", "b"), "manager", 2)).toBeNull();
    expect(whyNotRole(is("owner", "a"), is("owner", "b"), "manager", 1)).toBe("last_owner");
    expect(whyNotRole(is("owner", "a"), is("owner", "b"), "owner", 1)).toBeNull();
  });

  test("the desk and staff change nobody", () => {
    for (const by of ["front_desk", "staff"] as const)
      for (const of of roles) expect(whyNotRole(is(by, "me"), is(of), "staff", 2)).toBe("forbidden");
  });
});

test("an owner may say which staff person they are themself; a manager may not", () => {
  expect(whyNotLink(is("owner", "me"), is("owner", "me"))).toBeNull();
  expect(whyNotLink(is("manager", "me"), is("manager", "me"))).toBe("forbidden");
  expect(whyNotLink(is("manager"), is("staff"))).toBeNull();
});

test("removing follows the same line, and is not the way to leave", () => {
  expect(whyNotRemove(is("manager"), is("front_desk"), 1)).toBeNull();
  expect(whyNotRemove(is("manager"), is("owner"), 2)).toBe("forbidden");
  expect(whyNotRemove(is("owner", "me"), is("owner", "me"), 2)).toBe("own_membership");
  expect(whyNotRemove(is("owner", "a"), is("owner", "b"), 1)).toBe("last_owner");
});

test("anybody leaves, but not the last owner", () => {
  expect(roles.map((role) => whyNotLeave(is(role), 1))).toEqual(["last_owner", null, null, null]);
  expect(whyNotLeave(is("owner"), 2)).toBeNull();
});
