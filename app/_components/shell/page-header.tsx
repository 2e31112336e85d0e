import type { ReactNode } from "react";

/** The page's name and its one primary action; on wide screens in one row with the TopBar. */
export function PageHeader({ title, about, action }: { title: string; about?: ReactNode; action?: ReactNode }) {
  return (
    <header className="z-20 flex min-h-14 items-center gap-3 bg-surface px-4 pb-2 md:px-6 lg:sticky lg:top-0 lg:col-start-1 lg:row-start-1 lg:h-14 lg:border-b lg:pr-4 lg:pb-0 xl:pl-8">
      {/* On phones one under the other: beside the name there is no room for a sentence. */}
      <div className="min-w-0 md:flex md:items-baseline md:gap-3">
        <h1 className="truncate text-lg md:shrink-0">{title}</h1>
        {about ? <p className="min-w-0 truncate text-quiet max-[359px]:hidden">{about}</p> : null}
      </div>
      <div className="ml-auto flex shrink-0 gap-2">{action}</div>
    </header>
  );
}
