import Link from "next/link";
import type { ReactNode } from "react";
import { Live } from "@/app/book/_parts/live";
import { portalHref } from "@/app/book/_parts/plain-links";
import { conversationWords } from "@/lib/conversations/words";
import type { OwnSigns } from "@/lib/notifications/own-signs";
import type { Language } from "@/lib/platform/format";
import { News } from "./news";
import { portalWords } from "./portal-words";

const corners = ["bookings", "wallet", "children", "messages", "reviews", "gallery", "you"] as const;
export type CornerName = (typeof corners)[number];

type Props = {
  slug: string;
  at: CornerName;
  language: Language;
  house: string;
  signs: OwnSigns;
  title: string;
  about?: ReactNode;
  children?: ReactNode;
};

/** One page of somebody's own: the way to all of them, then what this one is. */
export function Corner({ slug, at, language, house, signs, title, about, children }: Props) {
  const { news } = portalWords[language];
  return (
    <div className="grid grow grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_1fr] gap-5 bg-canvas pb-8 lg:pt-0">
      <Corners slug={slug} at={at} language={language} unread={signs.unread} />
      <div>
        <h1 className="text-lg sm:text-xl">{title}</h1>
        {about ? <div className="mt-1 text-quiet">{about}</div> : null}
      </div>
      {children}
      {/* A conversation listens by itself. */}
      {at === "messages" ? null : <Live stream={`/api/portal/${slug}/stream`} since={signs.since} days={null} />}
      <News
        unread={signs.unread}
        open={news.open}
        close={news.close}
        signs={[
          {
            name: "message",
            mark: at !== "messages" && signs.unread > 0 ? String(signs.unread) : "",
            words: news.message(house),
            href: `${portalHref(slug)}/messages`,
          },
          { name: "booking", mark: signs.booking, words: news.booking, href: portalHref(slug) },
          { name: "points", mark: signs.points, words: news.points, href: `${portalHref(slug)}/wallet` },
        ]}
      />
    </div>
  );
}

type CornersProps = Pick<Props, "slug" | "at" | "language"> & {
  /** So many messages of the business that have not been read. */
  unread: number;
};

function Corners({ slug, at, language, unread }: CornersProps) {
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
