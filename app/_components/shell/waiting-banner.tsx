import { Hourglass } from "lucide-react";
import { useSay } from "@/app/_words/use-say";
import { Banner } from "./banner";

/** Before the platform has opened the business. It goes by itself when that happens. */
export function WaitingBanner({ slug }: { slug: string }) {
  const say = useSay();
  return (
    <Banner name={say("Waiting for approval")} icon={Hourglass}>
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
    </Banner>
  );
}
