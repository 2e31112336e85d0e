import { expect, test } from "vitest";
import { mostServices } from "@/lib/bookings/rules";
import { newId } from "@/lib/platform/ids";
import { type ChosenLine, fieldsOf, linesIn } from "./visit";

const ids = Array.from({ length: 12 }, () => newId());
const read = (query: string) => {
  const given = new URLSearchParams(query);
  return linesIn((name) => given.get(name) ?? undefined);
};
const written = (lines: ChosenLine[]) => new URLSearchParams(fieldsOf(lines)).toString();

test("what was chosen comes back from the address as it was", () => {
  const visits: ChosenLine[][] = [
    [{ service: ids[0]!, staff: undefined, add: [] }],
    [{ service: ids[0]!, staff: ids[1], add: [ids[2]!, ids[3]!] }],
    [
      { service: ids[0]!, staff: undefined, add: [ids[2]!] },
      { service: ids[4]!, staff: ids[1], add: [] },
      { service: ids[0]!, staff: undefined, add: [ids[5]!, ids[6]!] },
    ],
  ];
  for (const visit of visits) expect(read(written(visit))).toEqual(visit);
});

test("an address that anybody wrote asks for what can be read in it, and for no more than a visit takes", () => {
  expect(read("")).toEqual([]);
  expect(read(`service=nonsense&more=${ids[0]}.any`)).toEqual([]);
  expect(read(`service=${ids[0]}&staff=any&add=x,${ids[1]},${ids[1]}&more=_._x.y_${ids[2]}`)).toEqual([
    { service: ids[0], staff: undefined, add: [ids[1]] },
    { service: ids[2], staff: undefined, add: [] },
  ]);
  const long = read(`service=${ids[0]}&more=${ids.map((id) => `${id}.any`).join("_")}`);
  expect(long).toHaveLength(mostServices);
});
