import type { ReactNode } from "react";
import { Wordmark } from "@/app/_components/wordmark";

/** A page to be read: title, since when it holds, sections. */
export function Document({ title, since, children }: { title: string; since: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid min-h-dvh max-w-200 grid-cols-[minmax(0,1fr)] content-start px-4 md:px-6">
      <header className="flex h-16 items-center">
        <Wordmark />
      </header>
      <main className="grid gap-8 pt-8 pb-16 text-md sm:pt-12">
        <div className="grid gap-1">
          <h1 className="text-xl">{title}</h1>
          <p className="text-base text-quiet">In force since {since}</p>
        </div>
        {children}
      </main>
    </div>
  );
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid max-w-[68ch] gap-2">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
