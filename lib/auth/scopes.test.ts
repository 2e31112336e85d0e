import { expect, test } from "vitest";
import { actorMay } from "./actor-may";
import { may, permissions } from "./permissions";
import { apiScopes, scopeFor, scopesAllow } from "./scopes";

test("a key may what its scopes say and no more", () => {
  const key = { kind: "api", keyId: "k", scopes: ["bookings:read"] } as const;
  expect(permissions.filter((permission) => actorMay(key, permission))).toEqual(["bookings.see"]);
});

test("all scopes together give no money back, and touch neither keys, people nor settings", () => {
  const all = permissions.filter((permission) => scopesAllow(apiScopes, permission));
  expect(
    all.filter((name) =>
      /refund|fees|deposits|keys|member|settings|subscription|audit|export|erase|merge|payroll|payments\.[^s]/.test(
        name,
      ),
    ),
  ).toEqual([]);
  // Nothing that the desk may not.
  expect(all.filter((permission) => !may("front_desk", permission))).toEqual([]);
  expect(all.filter((permission) => scopeFor(permission) === null)).toEqual([]);
});
