import type { Metadata } from "next";
import { noBooking } from "./[token]/no-booking";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="mx-auto max-w-[34rem] px-4 py-16 text-md">
      <h1 className="text-xl">{noBooking.title}</h1>
      <p className="mt-2 text-quiet">{noBooking.text}</p>
    </main>
  );
}
