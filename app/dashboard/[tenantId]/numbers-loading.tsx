import { Skeleton } from "@/app/_components/ui/skeleton";

/** Lines between the numbers, none around them: each cell draws its left and top edge and the outer ones are cut off. */
export const numbersGrid =
  "-mt-px -ml-px grid grid-cols-2 sm:grid-cols-3 xl:grid-cols-[repeat(5,minmax(0,1fr))_minmax(max-content,1fr)]";
export const numbersCell =
  "relative grid content-start gap-1 border-t border-l px-4 py-3 md:px-6 md:py-4 xl:first:pl-8";

const places = ["bookings", "arriving", "pending", "customers", "visits", "revenue"];

export function NumbersLoading() {
  return (
    <div className="overflow-hidden">
      <div className={numbersGrid}>
        {places.map((place) => (
          <div key={place} className={numbersCell}>
            <Skeleton className="h-5 w-24" />
            <Skeleton className="h-8 w-16" />
            <Skeleton className="h-5 w-28" />
          </div>
        ))}
      </div>
    </div>
  );
}
