"use client";

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { PagedList } from "@/app/dashboard/[tenantId]/paged-list";

type Props<T> = {
  label: string;
  keyOf(cursor: string): string;
  none: { icon: LucideIcon; title: string; why: string };
  children(item: T): ReactNode;
};

/** A page of rows after another, from edge to edge. */
export function Rows<T>({ label, keyOf, none, children }: Props<T>) {
  const say = useSay();
  return (
    <PagedList<T> keyOf={keyOf} moreAt="mx-4 my-4 md:mx-6 xl:mx-8">
      {(items, cursor) =>
        items.length === 0 && cursor === "" ? (
          <div className="px-4 md:px-6 xl:px-8">
            <EmptyState {...none} />
          </div>
        ) : (
          <ul aria-label={cursor ? say("{label}, further ones", { label }) : label} className="mt-3 border-y">
            {items.map(children)}
          </ul>
        )
      }
    </PagedList>
  );
}
