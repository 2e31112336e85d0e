import { addDays, daysBetween } from "@/lib/platform/calendar";
import { baptismal, namePools, poolWeights } from "./names";
import { type Dice, demoId, dice } from "./stable";
import { clock, midnight } from "./wall-clock";

export type DemoCustomer = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  guardianId: string | null;
  notes: string;
  allergies: string;
  createdAt: Date;
};

export const pastDays = 28;
/** First visits per day; any 29 days in a row have 36, so that the first seed makes 164 + 36 = 200 customers. */
const firstVisits = [1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 2, 1];
const regulars = 164;

const weighted = namePools.flatMap((pool, place) => Array.from({ length: poolWeights[place] ?? 1 }, () => pool));

/** Customers of long standing, children among them whose mother or father has the phone. */
export function regularCustomers(today: string, timeZone: string): DemoCustomer[] {
  const taken = new Set<string>();
  const people: DemoCustomer[] = [];
  for (let number = 0; number < regulars; number++) {
    const throws = dice(`regular ${number}`);
    const ago = throws.between(pastDays + 1, 420);
    const createdAt = clock(addDays(today, -ago), throws.between(9 * 60, 18 * 60), timeZone);
    const guardian = number % 14 === 13 ? people[number - throws.between(1, 9)] : undefined;
    const person =
      guardian && !guardian.guardianId
        ? childOf(guardian, `regular/${number}`, throws)
        : { ...somebody(`regular/${number}`, throws), ...(number % 37 === 36 ? { phone: null, email: null } : {}) };
    if (taken.has(person.name)) person.name = fullName(dice(`regular again ${number}`)).join(" ");
    taken.add(person.name);
    people.push({ ...person, createdAt });
  }
  return people;
}

/** Who came for the first time on a date. Today's were all there a moment ago, whatever the hour. */
export function newcomers(date: string, timeZone: string, now: Date): DemoCustomer[] {
  const many = firstVisits[((daysBetween("2026-01-01", date) % 29) + 29) % 29] ?? 2;
  return Array.from({ length: many }, (_, number) => {
    const throws = dice(`newcomer ${date} ${number}`);
    const arrived = clock(date, throws.between(8 * 60, 18 * 60), timeZone);
    const latest = Math.max(midnight(date, timeZone).getTime(), now.getTime() - (number + 1) * 25 * 60_000);
    const createdAt = new Date(Math.min(arrived.getTime(), latest));
    return { ...somebody(`newcomer/${date}/${number}`, throws), createdAt };
  });
}

export const historyFrom = (today: string): string => addDays(today, -pastDays);

function somebody(key: string, throws: Dice): Omit<DemoCustomer, "createdAt"> {
  const name = fullName(throws);
  const prefix = throws.pick(["70", "71", "72", "79", "74", "75", "76", "11", "10"]);
  const phone = `+254${prefix}${String(throws.between(0, 9_999_999)).padStart(7, "0")}`;
  const address = `${name.at(0)}.${name.at(-1)}`.toLowerCase().replace(/[^a-z.]/g, "");
  return {
    id: demoId(`customer/${key}`),
    name: name.join(" "),
    phone,
    email: throws.chance(0.15) ? `${address}@example.com` : null,
    guardianId: null,
    notes: throws.chance(0.06)
      ? throws.pick(["Prefers mornings", "Sensitive scalp", "Brings her own extensions", "Tea without sugar"])
      : "",
    allergies: allergiesOf(key),
  };
}

/** Thrown apart, so that everybody else stays who they were. */
function allergiesOf(key: string): string {
  const throws = dice(`allergies ${key}`);
  return throws.chance(0.07)
    ? throws.pick(["Latex gloves", "Ammonia", "Almond oil", "Acrylates in gel polish", "Hair glue"])
    : "";
}

function childOf(guardian: DemoCustomer, key: string, throws: Dice): Omit<DemoCustomer, "createdAt"> {
  const given = throws.pick(["Zawadi", "Neema", "Imani", "Tumaini", "Pendo", "Furaha", "Amani", "Baraka"]);
  return {
    id: demoId(`customer/${key}`),
    name: `${given} ${guardian.name.split(" ").at(-1)}`,
    phone: null,
    email: null,
    guardianId: guardian.id,
    notes: "",
    allergies: "",
  };
}

function fullName(throws: Dice): string[] {
  const pool = throws.pick(weighted);
  const sex = throws.chance(0.8) ? "women" : "men";
  const given = throws.pick(pool[sex]);
  const family = throws.pick(pool.family.filter((name) => name !== given));
  if (!pool.baptismal || throws.chance(0.15)) return [given, family];
  const first = throws.pick(baptismal[sex]);
  return throws.chance(0.3) ? [first, given, family] : [first, family];
}
