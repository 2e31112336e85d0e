import { phrase } from "@/app/_words/phrase";

/** From Sunday on, as days of the week are counted. */
export const weekdayWords = [
  phrase("Sunday"),
  phrase("Monday"),
  phrase("Tuesday"),
  phrase("Wednesday"),
  phrase("Thursday"),
  phrase("Friday"),
  phrase("Saturday"),
] as const;

export const shortWeekdayWords = [
  phrase("Sun"),
  phrase("Mon"),
  phrase("Tue"),
  phrase("Wed"),
  phrase("Thu"),
  phrase("Fri"),
  phrase("Sat"),
] as const;

export const months = [
  phrase("January"),
  phrase("February"),
  phrase("March"),
  phrase("April"),
  phrase("May"),
  phrase("June"),
  phrase("July"),
  phrase("August"),
  phrase("September"),
  phrase("October"),
  phrase("November"),
  phrase("December"),
] as const;
