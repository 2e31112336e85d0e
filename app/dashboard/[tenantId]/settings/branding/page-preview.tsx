import { initials } from "@/app/_components/ui/initials";
import { useSay } from "@/app/_words/use-say";
import { barButton } from "@/app/book/_parts/bar";
import { brandStyle, paperStyle } from "@/app/book/_parts/brand";

type Props = { name: string; about: string; colour: string };

/** How the booking page looks with it, by day and by night: its own colours and its own button. */
export function PagePreview(props: Props) {
  const say = useSay();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(["light", "dark"] as const).map((scheme) => (
        <figure key={scheme} className="grid gap-1.5">
          <div
            aria-hidden
            inert
            style={{ ...paperStyle, ...brandStyle(props.colour), colorScheme: scheme }}
            className="grid gap-4 rounded-panel border border-line bg-canvas p-4 text-ink"
          >
            <div className="flex items-center gap-3">
              <span className="grid size-11 shrink-0 place-items-center rounded-panel bg-accent font-semibold text-on-accent">
                {initials(props.name)}
              </span>
              <span className="grid min-w-0">
                <span className="truncate font-semibold">{props.name}</span>
                <span className="truncate text-sm text-quiet">{props.about}</span>
              </span>
            </div>
            <div className="flex items-center justify-between border-y border-line py-3 text-md">
              <span>09:30</span>
              <span className="rounded-control border-2 border-accent px-3 py-1">10:00</span>
              <span>10:30</span>
            </div>
            <span className={barButton}>{say("Continue")}</span>
          </div>
          <figcaption className="text-quiet">
            {scheme === "light" ? say("{of, select, other {By day}}", { of: "light" }) : say("In the dark")}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
