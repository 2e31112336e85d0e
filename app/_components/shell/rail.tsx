"use client";

import { ArrowUpRight, PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useSay } from "@/app/_words/use-say";
import { Button } from "../ui/button";
import { Tooltip } from "../ui/tooltip";
import { NavLink } from "./nav-link";
import { sectionsOf } from "./places";
import { useRail } from "./preference";
import { useShell } from "./shell-context";
import { TenantSwitcher } from "./tenant-switcher";

const look = "grid content-start gap-0.5";

/** The left rail of wide screens. Its width hangs on <html data-rail>, so it is right before React is there. */
export function Rail() {
  const say = useSay();
  const { tenant } = useShell();
  const [rail, setRail] = useRail();
  const narrow = rail === "narrow";
  const words = narrow ? say("Widen the rail") : say("Narrow the rail");
  return (
    <aside className="sticky top-0 hidden h-dvh print:hidden! w-56 shrink-0 flex-col border-r lg:flex rail-narrow:w-15">
      <div className="p-2">
        <TenantSwitcher />
      </div>
      <nav aria-label={say("Main")} className="relative grid min-h-0 content-start gap-0.5 overflow-y-auto p-2">
        {sectionsOf(say, tenant).map(({ title, places }, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
          <div key={title} role="group" aria-label={title} className={at === 0 ? look : `${look} mt-2 border-t pt-2`}>
            {at === 0 ? null : (
              <p aria-hidden className="px-3 pb-0.5 text-xs text-quiet rail-narrow:hidden">
                {title}
              </p>
            )}
            {places.map((place) => (
              <NavLink
                key={place.href}
                place={place}
                tip={narrow}
                className="flex h-(--place) items-center gap-2.5 rounded-control px-3 hover:bg-wash aria-[current=page]:bg-wash rail-narrow:relative rail-narrow:justify-center rail-narrow:px-0"
              >
                {(count) => (
                  <>
                    <place.icon aria-hidden className="size-4 shrink-0" />
                    <span className="rail-narrow:sr-only">{place.label}</span>
                    {place.outside ? (
                      <ArrowUpRight aria-hidden className="ml-auto size-3.5 rail-narrow:hidden" />
                    ) : null}
                    {count ? <Count count={count} /> : null}
                  </>
                )}
              </NavLink>
            ))}
          </div>
        ))}
      </nav>
      <div className="mt-auto p-2">
        <Tooltip words={words} side="right">
          <Button
            kind="bare"
            size="icon"
            aria-label={words}
            aria-expanded={!narrow}
            className="text-quiet rail-narrow:mx-1.5"
            onClick={() => setRail(narrow ? "wide" : "narrow")}
          >
            {narrow ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
          </Button>
        </Tooltip>
      </div>
    </aside>
  );
}

function Count({ count }: { count: string }) {
  const say = useSay();
  return (
    <span
      data-testid="unread-count"
      className="ml-auto min-w-5 rounded-full bg-ink px-1.5 text-center text-xs leading-5 font-semibold text-canvas tabular-nums rail-narrow:absolute rail-narrow:top-0.5 rail-narrow:right-0.5 rail-narrow:min-w-4 rail-narrow:px-1 rail-narrow:leading-4"
    >
      {count}
      <span className="sr-only"> {say("unread")}</span>
    </span>
  );
}
