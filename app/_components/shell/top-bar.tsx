import { useSay } from "@/app/_words/use-say";
import { LiveDot } from "../live/live-dot";
import type { SaveLanguage } from "./language-choice";
import { SearchButton } from "./search-button";
import { TenantSwitcher } from "./tenant-switcher";
import { ThemeToggle } from "./theme-toggle";
import { UserMenu } from "./user-menu";

/** What stays while pages change: whether it is live, and who is looking. On wide screens it ends PageHeader's row. */
export function TopBar({ saveLanguage }: { saveLanguage: SaveLanguage }) {
  const say = useSay();
  return (
    <section
      aria-label={say("You and your business")}
      className="z-20 flex h-14 items-center gap-3 bg-surface print:hidden! px-4 md:px-6 lg:sticky lg:top-0 lg:col-start-2 lg:row-start-1 lg:border-b lg:pl-0 xl:pr-8"
    >
      <div className="-mx-1.5 min-w-0 flex-1 lg:hidden">
        <TenantSwitcher />
      </div>
      <div className="flex items-center gap-1">
        <SearchButton />
        <LiveDot />
        <span className="hidden md:contents">
          <ThemeToggle />
        </span>
        <UserMenu saveLanguage={saveLanguage} />
      </div>
    </section>
  );
}
