import type { ImportKind } from "@/db/schema/imports";

/** Of one file; more are read in as several. Bookings are each judged against all others, so they are fewer. */
export const mostImportRows: Record<ImportKind, number> = {
  customers: 20_000,
  services: 500,
  staff: 200,
  bookings: 5_000,
};
export const mostImportBytes = 4 * 1024 * 1024;
export const mostColumns = 60;
/** Rows that are judged together. */
export const judgedTogether = 1_000;

type KindWords = {
  title: string;
  many: string;
  /** What of a row is called known, and stays as it is. */
  known: string;
  about: string;
  takenBack: string;
  stays: string;
};

export const kindWords: Record<ImportKind, KindWords> = {
  customers: {
    title: "Customers",
    many: "customers",
    known: "you know already; they stay as they are",
    about: "Whom you know by their number stays as they are.",
    takenBack: "Everybody this list added, but those of whom something is newer.",
    stays: "Something of them is newer than the list: a booking, a sale, a note.",
  },
  services: {
    title: "Services",
    many: "services",
    known: "have the name of a service you sell; it stays as it is",
    about: "A service whose name you sell already stays as it is.",
    takenBack: "Every service this list added, but those that were changed, booked or given to somebody since.",
    stays: "They were changed, booked or given to somebody since.",
  },
  staff: {
    title: "Staff",
    many: "people",
    known: "have the name or number of somebody who serves here; they stay as they are",
    about: "They can be booked, but cannot sign in: nobody is invited by it.",
    takenBack: "Everybody this list added, but those who were changed or booked since.",
    stays: "They were changed or booked since.",
  },
  bookings: {
    title: "Bookings to come",
    many: "bookings",
    known: "stand in your calendar already",
    about:
      "Each takes its time in the calendar. One that would lie over another is not booked and comes back in a file.",
    takenBack: "Every booking this list made is cancelled and its time is free, but those that were changed since.",
    stays: "They were changed since: moved, confirmed, paid, or have begun.",
  },
};

export const importKinds = Object.keys(kindWords) as ImportKind[];
