import { Skeleton } from "@/app/_components/ui/skeleton";

/** Rows as high as the real ones. */
export function ListLoading({ rows }: { rows: number }) {
  return (
    <div>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these rows are all alike and never move
        <div key={row} className="flex h-10.5 items-center gap-4 border-t px-4 md:px-6 xl:pl-8">
          <Skeleton className="h-4 w-12" />
          <Skeleton className="h-4 w-36" />
          <Skeleton className="ml-auto h-4 w-20" />
        </div>
      ))}
    </div>
  );
}
