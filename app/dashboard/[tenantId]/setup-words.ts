import type { SetupStep } from "@/lib/setup/rules";

type Said = { title: string; why: string; path: string; asItIs?: string };

/** Each of the first steps: what it is, what it is good for, where it is done, and what is said when nothing has to be. */
export const setupWords: Record<SetupStep, Said> = {
  business: {
    title: "Say who and where you are",
    why: "Your street and a few words, above your prices.",
    path: "/settings/business",
  },
  hours: {
    title: "Check your opening hours",
    why: "You start with Monday to Saturday, 9:00 to 18:00.",
    path: "/settings/hours",
    asItIs: "They are right",
  },
  prices: {
    title: "Check your price list",
    why: "You start with one for your kind of business.",
    path: "/services",
    asItIs: "It is right",
  },
  team: {
    title: "Add who works with you",
    why: "Each with hours and services of their own.",
    path: "/staff",
    asItIs: "I work alone",
  },
  resources: {
    title: "Add chairs or rooms",
    why: "Only where they run out before people do.",
    path: "/settings/resources",
    asItIs: "We need none",
  },
  payments: {
    title: "Say how you are paid",
    why: "With M-Pesa, customers can pay from their phone.",
    path: "/settings/mpesa",
    asItIs: "Cash for now",
  },
  looked: {
    title: "Look at your booking page",
    why: "As your customers will see it.",
    path: "",
  },
  shared: {
    title: "Share your booking link",
    why: "On WhatsApp, and as a poster by your door.",
    path: "/settings/share",
  },
  booking: {
    title: "Take a first booking",
    why: "Book yourself in, to see how it goes.",
    path: "/bookings",
  },
};
