import type { TicketWords } from "./words";

/** Said in one line, under a form whose booking is not there, or no longer. */
export const nothingThere = (words: TicketWords): string => `${words.noBooking}. ${words.noBookingAbout}`;
