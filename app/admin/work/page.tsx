import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { requireAdmin } from "@/app/_server/visitor";
import { stuckWords, workWords } from "@/lib/admin/stuck-words";
import { listStuck } from "@/lib/admin/stuck-work";
import { formatMoment } from "../words";
import { AgainButton } from "./again-button";

export const metadata: Metadata = { title: "Stuck work" };

export default async function StuckWorkPage() {
  await requireAdmin("tenants.decide");
  const stuck = await listStuck();
  return (
    <main className="px-4 pb-16 md:px-6 xl:px-8">
      <h1 className="pt-6 text-lg">Stuck work</h1>
      <p className="max-w-[68ch] pt-1 pb-4 text-quiet">
        What the platform does by itself and could not do, however often it tried. Put right what is in the way, then
        let it try again.
      </p>
      {stuck.length === 0 ? (
        <EmptyState icon={CircleCheck} title="Nothing is stuck" why="All that was due is done or on its way." />
      ) : (
        <ul className="max-w-240 border-y">
          {stuck.map(({ id, slug, since, tries, fault, ...work }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t py-3 first:border-t-0">
              <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
                <span className="font-medium">{workWords(work)}</span>
                <span>{stuckWords(fault)}</span>
                <span className="text-quiet">
                  {slug ?? "no business"}, since {formatMoment(since)}, tried {tries} times
                </span>
              </div>
              <AgainButton id={id} />
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
