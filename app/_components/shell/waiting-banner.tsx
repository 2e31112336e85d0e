import { Hourglass } from "lucide-react";
import { useSay } from "@/app/_words/use-say";

/** Before the platform has opened the business. It goes by itself when that happens. */
export function WaitingBanner({ slug }: { slug: string }) {
  const say = useSay();
  return (
    <aside
      aria-label={say("Waiting for approval")}
      className="flex items-start gap-3 border-b bg-wash px-4 py-2.5 md:px-6 lg:px-5 print:hidden"
    >
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-requested" />
      <p>
        {say.rich(
          "<b>Waiting for approval.</b> We look at every new business and write to you. Until then <link>your booking page</link> is a preview that only you and your colleagues see.",
          {
            b: (words) => <span className="font-medium">{words}</span>,
            link: (words) => (
              <a href={`/book/${slug}`} target="_blank" rel="noreferrer" className="underline underline-offset-4">
                {words}
              </a>
            ),
          },
        )}
      </p>
    </aside>
  );
}
