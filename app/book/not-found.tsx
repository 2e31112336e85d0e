import type { Metadata } from "next";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="mx-auto max-w-[34rem] px-4 py-16 text-md">
      <h1 className="text-xl">There is no business at this address</h1>
      <p className="mt-2 text-quiet">
        Perhaps a letter went missing in the link. Ask the business for its booking address, or look at the link again.
      </p>
    </main>
  );
}
