import { TriangleAlert } from "lucide-react";
import { useSay } from "@/app/_words/use-say";

/** What must not come near them: by its place, its mark and its word, and not by its colour alone. Nothing where nothing is known. */
export function Allergies({ children }: { children: string }) {
  const say = useSay();
  return children ? (
    <p className="flex gap-2 rounded-control border-2 border-danger px-3 py-2">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <span className="min-w-0 wrap-anywhere whitespace-pre-line">
        <span className="font-semibold text-danger">{say("Allergies:")}</span>{" "}
        <span className="font-medium">{children}</span>
      </span>
    </p>
  ) : null;
}
