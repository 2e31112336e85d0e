import Link from "next/link";
import type { ReactNode } from "react";
import { portalHref } from "@/app/book/_parts/links";
import { conversationWords } from "@/lib/conversations/words";
import type { Language } from "@/lib/platform/format";
import { portalWords } from "./portal-words";

const corners = ["bookings", "wallet", "children", "messages", "reviews", "gallery", "you"] as const;
export type CornerName = (typeof corners)[number];

type Props = {
  slug: string;
  at: CornerName;
  language: Language;
  /** So many messages of the business that have not been read. */
  unread: number;
  title: string;
  about?: ReactNode;
  children?: ReactNode;
};

/** One page of somebody's own: the way to all of them, then what this one is. */
export function Corner({ slug, at, language, unread, title, about, children }: Props) {
  return (
    <div
      lang={language}
      className="grid grow grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_1fr] gap-5 bg-canvas pb-8 lg:pt-0"
    >
      <Corners slug={slug} at={at} language={language} unread={unread} />
      <div>
        <h1 className="text-lg sm:text-xl">{title}</h1>
        {about ? <div className="mt-1 text-quiet">{about}</div> : null}
      </div>
      {children}
    </div>
  );
}

function Corners({ slug, at, language, unread }: Pick<Props, "slug" | "at" | "language" | "unread">) {
  const words = portalWords[language];
  return (
    <nav aria-label={words.corners} className="-mx-4 overflow-x-auto border-b border-line px-4 md:mx-0 md:px-0">
      <ul className="flex min-w-max gap-4 sm:gap-6">
        {corners.map((one) => (
          <li key={one}>
            <Link
              href={one === "bookings" ? portalHref(slug) : `${portalHref(slug)}/${one}`}
              prefetch={false}
              aria-current={one === at ? "page" : undefined}
              className="inline-flex h-11 items-center gap-1.5 border-b-2 border-transparent text-sm text-quiet -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink sm:text-md"
            >
              {words[one]}
              {one === "messages" && at !== "messages" && unread > 0 ? (
                <span className="font-semibold text-accent"> {conversationWords[language].unread(unread)}</span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
