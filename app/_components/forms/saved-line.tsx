import { Check } from "lucide-react";

/** Says that it is done, where it was done, to the eye and to a screen reader. */
export function SavedLine({ children }: { children: string }) {
  return (
    <p role="status" className="flex items-center gap-2 text-quiet empty:hidden">
      {children ? (
        <>
          <Check aria-hidden className="size-4 shrink-0 text-confirmed" />
          {children}
        </>
      ) : null}
    </p>
  );
}
