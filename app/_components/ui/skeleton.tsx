import { cn } from "./cn";

/** A place kept for what is coming; give it the size of the real thing. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block animate-pulse rounded-control bg-wash", className)} />;
}
