import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import type { SetupStep } from "@/lib/setup/rules";

type Said = { title: Phrase; why: Phrase; path: string; asItIs?: Phrase };

/** Each of the first steps: what it is, what it is good for, where it is done, and what is said when nothing has to be. */
export const setupWords: Record<SetupStep, Said> = {
  business: {
    title: phrase("Say who and where you are"),
    why: phrase("Your street and a few words, above your prices."),
    path: "/settings/business",
  },
  hours: {
    title: phrase("Check your opening hours"),
    why: phrase("You start with Monday to Saturday, 9:00 to 18:00."),
    path: "/settings/hours",
    asItIs: phrase("They are right"),
  },
  prices: {
    title: phrase("Check your price list"),
    why: phrase("You start with one for your kind of business."),
    path: "/services",
    asItIs: phrase("It is right"),
  },
  team: {
    title: phrase("Add who works with you"),
    why: phrase("Each with hours and services of their own."),
    path: "/staff",
    asItIs: phrase("I work alone"),
  },
  resources: {
    title: phrase("Add chairs or rooms"),
    why: phrase("Only where they run out before people do."),
    path: "/settings/resources",
    asItIs: phrase("We need none"),
  },
  payments: {
    title: phrase("Say how you are paid"),
    why: phrase("With M-Pesa, customers can pay from their phone."),
    path: "/settings/mpesa",
    asItIs: phrase("Cash for now"),
  },
  looked: {
    title: phrase("Look at your booking page"),
    why: phrase("As your customers will see it."),
    path: "",
  },
  shared: {
    title: phrase("Share your booking link"),
    why: phrase("On WhatsApp, and as a poster by your door."),
    path: "/settings/share",
  },
  booking: {
    title: phrase("Take a first booking"),
    why: phrase("Book yourself in, to see how it goes."),
    path: "/bookings",
  },
};
