import { weekdayOf } from "@/lib/platform/calendar";
import { type DemoBusiness, type DemoService, type DemoStaff, minutesOf, stretches } from "./businesses";
import type { PlannedBooking, PlannedLine } from "./day-plan";
import { demoId, dice } from "./stable";

/** Bookings that belong together: all of them come, or none. */
export type Scene = PlannedBooking[];

const hour = 60;
/** First choice first: on a day that is full already the next one is tried. */
const startsOfVisit = [10, 10.5, 11, 9, 14, 15, 16].map((at) => at * hour);
const startsOfClass = [17, 16, 19, 18, 9, 12].map((at) => at * hour);
const pairs = [
  { first: "njeri", does: "blow-dry", second: "fatuma", also: "pedicure" },
  { first: "achieng", does: "blow-dry", second: "fatuma", also: "pedicure" },
  { first: "njeri", does: "blow-dry", second: "chebet", also: "swedish" },
] as const;

/**
 * What every day shows besides the work of each: a visit of two services by two people, and a class with seats that are
 * free. Each as the times at which it could be.
 */
export function planScenes(business: DemoBusiness, date: string): Scene[][] {
  return [visitOfTwo(business, date), classOf(business, date)].filter((scene) => scene.length > 0);
}

function visitOfTwo(business: DemoBusiness, date: string): Scene[] {
  const found = pairs.flatMap(({ first, does, second, also }) => {
    const [one, other] = [first, second].map((key) => workingOn(business, key, date));
    const [service, next] = [does, also].map((key) => serviceOf(business, key));
    return one && other && service && next ? [{ one, other, service, next }] : [];
  });
  return found.flatMap(({ one, other, service, next }) =>
    startsOfVisit.flatMap((from) => {
      const to = from + minutesOf(service.segments);
      const begins = to + Math.max(service.after ?? 0, next.before ?? 0);
      const lines = [
        { service, staff: one, from, to },
        { service: next, staff: other, from: begins, to: begins + minutesOf(next.segments) },
      ];
      return lines.every(isWorked(date)) ? [[planned(business, `${date}/two people`, one, lines)]] : [];
    }),
  );
}

/** Between two and four of its seats are taken. */
function classOf(business: DemoBusiness, date: string): Scene[] {
  const service = business.services.find(({ seats }) => seats);
  const staff = business.staff.find(({ does }) => service && does.includes(service.key));
  if (!service || !staff) return [];
  const taken = dice(`class ${business.slug} ${date}`).between(2, 4);
  return startsOfClass.flatMap((from) => {
    const to = from + minutesOf(service.segments);
    if (!isWorked(date)({ service, staff, from, to })) return [];
    return [
      Array.from({ length: taken }, (_, seat) =>
        planned(business, `${date}/class/${seat}`, staff, [{ service, staff, from, to, seat }]),
      ),
    ];
  });
}

const workingOn = (business: DemoBusiness, key: string, date: string) =>
  business.staff.find((staff) => staff.key === key && staff.week[weekdayOf(date)]);

const serviceOf = (business: DemoBusiness, key: string): DemoService | undefined =>
  business.services.find((service) => service.key === key);

const isWorked =
  (date: string) =>
  ({ staff, from, to, service }: PlannedLine & { staff: DemoStaff }): boolean =>
    stretches(staff.week[weekdayOf(date)] ?? "").some(
      (shift) => shift.from <= from - (service.before ?? 0) && to + (service.after ?? 0) <= shift.to,
    );

function planned(business: DemoBusiness, name: string, staff: DemoStaff, lines: PlannedLine[]): PlannedBooking {
  const key = `booking/${business.slug}/${name}`;
  return { id: demoId(key), key, staff, lines, lead: 3, cancelled: false, source: "public", notes: "" };
}
