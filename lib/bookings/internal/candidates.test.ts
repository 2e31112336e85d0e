import { expect, test } from "vitest";
import { candidates, ownOffer, priceOf } from "./candidates";
import type { House, HouseService, HouseSkill, HouseStaff } from "./house";

const service = (id: string, priceMinor: number): HouseService => ({
  id,
  name: id,
  segments: [
    { kind: "work", minutes: 40 },
    { kind: "gap", minutes: 20 },
    { kind: "work", minutes: 20 },
  ],
  durationMinutes: 80,
  priceMinor,
  currency: "KES",
  addons: [],
  before: 0,
  after: 10,
  seats: 1,
  together: true,
  step: null,
  confirm: null,
  deposit: null,
  needs: [],
  windows: [],
});
const person = (id: string, ...skills: HouseSkill[]): HouseStaff => ({
  id,
  name: id,
  skills,
  hours: [],
  days: [],
  breaks: [],
  timeOff: [],
  shortest: null,
});
const plain = (serviceId: string): HouseSkill => ({
  serviceId,
  before: null,
  after: null,
  durationMinutes: null,
  priceMinor: null,
});
const senior = person(
  "senior",
  { ...plain("colour"), after: 0, durationMinutes: 50, priceMinor: 500_000 },
  plain("cut"),
);
const junior = person("junior", plain("colour"));
const house = {
  services: new Map([service("colour", 400_000), service("cut", 150_000)].map((one) => [one.id, one])),
  staff: [senior, junior],
} as House;

test("a service is done in a person's own minutes, at their own price, with their own buffers", () => {
  const own = ownOffer(house.services.get("colour")!, senior);
  expect(own).toEqual({
    segments: [
      { kind: "work", minutes: 20 },
      { kind: "gap", minutes: 20 },
      { kind: "work", minutes: 10 },
    ],
    priceMinor: 500_000,
    before: 0,
    after: 0,
  });
});

test("and as the service says where nothing is their own", () => {
  const colour = house.services.get("colour")!;
  expect(ownOffer(colour, junior)).toEqual({ segments: colour.segments, priceMinor: 400_000, before: 0, after: 10 });
});

test("a visit costs what those ask who do it", () => {
  const { found } = candidates(house, [{ serviceId: "colour" }, { serviceId: "cut" }]);
  const by = (...ids: string[]) =>
    priceOf(
      found!,
      ids.map((staffId) => ({ staffId })),
    );
  expect(by("senior", "senior")).toBe(650_000);
  expect(by("junior", "senior")).toBe(550_000);
});

test("only those who can do it are asked", () => {
  const who = (serviceId: string, staffId?: string) => {
    const wanted = candidates(house, [{ serviceId, staffId }]);
    return wanted.found?.[0]?.staff.map(({ id }) => id) ?? wanted.missing;
  };
  expect([who("cut"), who("colour"), who("colour", "junior"), who("cut", "junior"), who("none")]).toEqual([
    ["senior"],
    ["senior", "junior"],
    ["junior"],
    "staff",
    "service",
  ]);
});
