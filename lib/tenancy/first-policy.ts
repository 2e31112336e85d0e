import type { BookingPolicy } from "@/db/schema/tenants";

/** How a business takes bookings until it says otherwise. */
export const firstPolicy: BookingPolicy = {
  noticeMinutes: 30,
  horizonDays: 30,
  stepMinutes: 15,
  buffers: "larger",
  confirm: "auto",
};
