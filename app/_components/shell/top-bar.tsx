import { LiveDot } from "../live/live-dot";
import { TenantSwitcher } from "./tenant-switcher";
import { ThemeToggle } from "./theme-toggle";
import { UserMenu } from "./user-menu";

/** What stays while pages change: whether it is live, and who is looking. On wide screens PageHeader shares its row. */
export function TopBar() {
  return (
    <div className="z-30 flex h-14 items-center gap-3 px-4 md:px-6 lg:pointer-events-none lg:sticky lg:top-0 xl:px-8">
      <div className="-mx-1.5 min-w-0 flex-1 lg:hidden">
        <TenantSwitcher />
      </div>
      <div className="pointer-events-auto ml-auto flex items-center gap-1">
        <LiveDot />
        <span className="hidden md:contents">
          <ThemeToggle />
        </span>
        <UserMenu />
      </div>
    </div>
  );
}
