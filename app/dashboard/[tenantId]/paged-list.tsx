"use client";

import { type ReactNode, useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { ListLoading } from "./list-loading";

type PageOf<T> = { items: T[]; nextCursor: string | null };
type Props<T> = {
  /** The address of the page behind this place; an empty one is the first. */
  keyOf(cursor: string): string;
  children(items: T[], cursor: string): ReactNode;
  /** Where the button for more stands; beside rows that go from edge to edge unless said otherwise. */
  moreAt?: string;
};

/** Pages one after another, each of which asks for the next: a new arrival moves them all, and nothing falls between. */
export function PagedList<T>(props: Props<T>) {
  const [pages, setPages] = useState(1);
  return <Page {...props} cursor="" left={pages} onMore={() => setPages(pages + 1)} />;
}

function Page<T>(props: Props<T> & { cursor: string; left: number; onMore(): void }) {
  const say = useSay();
  const { keyOf, children, moreAt = "mx-4 my-4 md:mx-6 xl:ml-8", cursor, left, onMore } = props;
  const { data } = useSWR<PageOf<T>>(keyOf(cursor), fetchJson, { keepPreviousData: true });
  if (!data) return <ListLoading rows={4} />;
  return (
    <>
      {children(data.items, cursor)}
      {data.nextCursor && left > 1 ? <Page {...props} cursor={data.nextCursor} left={left - 1} /> : null}
      {data.nextCursor && left === 1 ? (
        <Button className={moreAt} onClick={onMore}>
          {say("Load more")}
        </Button>
      ) : null}
    </>
  );
}
