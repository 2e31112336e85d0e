import type { ReactNode } from "react";

/** What is chosen, the total and the way on, where the thumb is. */
export function Bar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 -mx-4 mt-auto border-t lg:mt-0 border-line bg-canvas px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:mx-0 md:px-0">
      <div className="flex min-h-12 items-center justify-between gap-4">{children}</div>
    </div>
  );
}

const shape =
  "inline-flex h-12 shrink-0 items-center justify-center rounded-control px-6 font-medium transition-colors aria-disabled:opacity-60";
export const barButton = `${shape} bg-accent text-on-accent hover:bg-accent-strong disabled:opacity-60`;
export const plainBarButton = `${shape} border border-edge bg-surface hover:bg-wash`;
