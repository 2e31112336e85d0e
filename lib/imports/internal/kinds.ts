import type { ImportKind } from "@/db/schema/imports";
import { bookingKind } from "./bookings";
import { customerKind } from "./customers";
import type { Kind } from "./kind";
import { serviceKind } from "./services";
import { staffKind } from "./staff";

/** What is read stays with the kind that read it, so nobody else need know what it is. */
const kinds: Record<ImportKind, Kind<unknown, unknown>> = {
  customers: customerKind,
  services: serviceKind,
  staff: staffKind,
  bookings: bookingKind,
};

export const kindOf = (kind: ImportKind): Kind<unknown, unknown> => kinds[kind];
