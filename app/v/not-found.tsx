import type { Metadata } from "next";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="mx-auto max-w-[34rem] px-4 py-16 text-md">
      <h1 className="text-xl">There is nothing to rate at this address</h1>
      <p className="mt-2 text-quiet">Perhaps the link was cut short in a message, or the visit was taken back.</p>
    </main>
  );
}
