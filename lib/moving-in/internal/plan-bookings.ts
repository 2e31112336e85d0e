import type { BookingStatus } from "@/db/schema/bookings";
import { newReference } from "@/lib/platform/ids";
import type { OldRow } from "../dump";
import { type Old, oldBooking } from "./old-models";
import { type Diary, isFree, takeTime } from "./place";
import type { House, Service } from "./read-house";
import { bringRow, type Move, newIdOf, refuseRow, take, tell } from "./tally";

export type Planned = {
  row: OldRow;
  it: Old<typeof oldBooking>;
  reference: string;
  customerId: string;
  customerName: string;
  service: Service;
  staffId: string;
  anyStaff: boolean;
  /** It lies over something else. */
  isOver: boolean;
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  createdAt: Date;
};
type Who = { diary: Diary; nobody: string };

const minuteMs = 60_000;
const ended: Record<string, BookingStatus> = {
  completed: "completed",
  cancelled: "cancelled",
  rejected: "rejected",
  no_show: "no_show",
};

/** What is not said of a booking is made up as little as can be; what cannot be placed is refused. Earliest first. */
export function planBookings(move: Move, house: House, who: Who): Planned[] {
  const taken = take(move, "booking", oldBooking);
  const rows = taken.toSorted((a, b) => a.it.booking_date.getTime() - b.it.booking_date.getTime());
  const planned = rows.flatMap(({ row, it }) => planOne(move, house, who.nobody, row, it) ?? []);
  const [open, named] = [planned.filter(({ anyStaff }) => anyStaff), planned.filter(({ anyStaff }) => !anyStaff)];
  // Whoever was named has their time before anybody is chosen for it.
  return [
    ...named.map((one) => ({ ...one, isOver: holdsTime(one) && !takeTime(who.diary, one.staffId, spanOf(one)) })),
    ...open.map((one) => choose(move, house, who, one)),
  ];
}

const holding = new Set<BookingStatus>(["requested", "confirmed", "completed"]);
export const holdsTime = ({ status }: Planned): boolean => holding.has(status);
const spanOf = ({ startsAt, endsAt }: Planned) => ({ from: startsAt.getTime(), to: endsAt.getTime() });

function planOne(move: Move, house: House, nobody: string, row: OldRow, it: Old<typeof oldBooking>): Planned | null {
  const [customerId, serviceId] = [newIdOf(move, "customer", it.customer), newIdOf(move, "service", it.service)];
  const customerName = customerId ? house.customerNames.get(customerId) : undefined;
  const service = serviceId ? house.services.get(serviceId) : undefined;
  const why =
    !customerId || customerName === undefined
      ? "its customer is another business’s, or did not come in"
      : house.gone.has(customerId)
        ? "its customer has been put away here"
        : service
          ? null
          : "its service is another business’s, or did not come in";
  if (why || !service) {
    refuseRow(move, row, why ?? "");
    return null;
  }
  const startsAt = new Date(it.booking_date.getTime() + move.shiftMs);
  const status = statusOf(move, row, it.status, startsAt);
  const staffId = newIdOf(move, "staffmember", it.staff_member);
  if (it.staff_member && !staffId) tell(move, row, "named somebody of another business: nobody is named here");
  const made = it.created_at ?? startsAt;
  bringRow(move, row);
  return {
    ...{ row, it, customerId: customerId!, customerName: customerName!, service, status, startsAt },
    ...{ staffId: staffId ?? nobody, anyStaff: !staffId, isOver: false, reference: referenceOf(house) },
    endsAt: new Date(startsAt.getTime() + service.minutes * minuteMs),
    createdAt: made < move.at ? made : move.at,
  };
}

/** How what was said there is said here; a request whose time is over has run out. */
export function bookingStatus(said: string, startsAt: Date, at: Date): BookingStatus {
  const known = ended[said.toLowerCase()];
  if (known) return known;
  if (said.toLowerCase() === "confirmed") return "confirmed";
  return startsAt > at ? "requested" : "expired";
}

function statusOf(move: Move, row: OldRow, said: string, startsAt: Date): BookingStatus {
  const status = bookingStatus(said, startsAt, move.at);
  if (said.toLowerCase() !== "pending" && (status === "requested" || status === "expired"))
    tell(move, row, `“${said}” is no status: ${status}`);
  return status;
}

/** Of what is to come: whoever is free then, or else the first, over what they have. */
function choose(move: Move, { atWork }: House, { diary, nobody }: Who, one: Planned): Planned {
  if (!holdsTime(one) || one.startsAt <= move.at || atWork.length === 0) return { ...one, staffId: nobody };
  const free = atWork.find((id) => isFree(diary, id, spanOf(one)));
  if (free) takeTime(diary, free, spanOf(one));
  tell(move, one.row, "named nobody who serves: somebody was chosen");
  return { ...one, staffId: free ?? atWork[0]!, isOver: !free };
}

function referenceOf({ references }: House): string {
  for (;;) {
    const reference = newReference();
    if (references.has(reference)) continue;
    references.add(reference);
    return reference;
  }
}
