import type { ReactNode } from "react";
import { LiveDot } from "../live/live-dot";
import { TenantSwitcher } from "./tenant-switcher";
import { ThemeToggle } from "./theme-toggle";
import { UserMenu } from "./user-menu";

/** The page's name and its one primary action; whether it is live, and who is looking. */
export function PageHeader({ title, about, action }: { title: string; about?: string; action?: ReactNode }) {
  return (
    <header className="z-20 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 bg-surface px-4 md:px-6 lg:sticky lg:top-0 lg:grid-cols-[minmax(0,1fr)_auto_auto] lg:border-b xl:px-8">
      <div className="-mx-1.5 flex h-14 min-w-0 items-center lg:hidden">
        <TenantSwitcher />
      </div>
      <div className="flex h-14 items-center justify-end gap-1 lg:order-2">
        <LiveDot />
        <span className="hidden md:contents">
          <ThemeToggle />
        </span>
        <UserMenu />
      </div>
      <div className="flex min-w-0 items-baseline gap-3 py-3 max-lg:flex-wrap lg:order-1">
        <h1 className="text-lg">{title}</h1>
        {about ? <p className="text-quiet">{about}</p> : null}
      </div>
      <div className="flex justify-end gap-2 empty:hidden lg:order-3">{action}</div>
    </header>
  );
}
