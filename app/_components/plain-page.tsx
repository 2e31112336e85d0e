import type { ReactNode } from "react";

/**
 * A page for when there is nothing to show. Every page carries it, the public ones too, so it is made of plain
 * elements: no typeface, no component library.
 */
export function PlainPage(props: { title: string; why: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid max-w-160 justify-items-start gap-3 px-4 py-16 sm:py-24">
      <h1 className="text-lg">{props.title}</h1>
      <p className="max-w-[56ch] text-quiet">{props.why}</p>
      <div className="pt-3">{props.children}</div>
    </main>
  );
}

export const plainButton =
  "inline-flex h-11 items-center rounded-control bg-accent px-4 font-medium text-on-accent transition-colors hover:bg-accent-strong";
