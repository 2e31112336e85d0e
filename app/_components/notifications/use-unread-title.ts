"use client";

import { useEffect } from "react";

const counted = /^\(\d+\+?\) /;

/** How much is unread, where a page that is not looked at shows it: before its title, and on the installed app's icon. */
export function useUnreadTitle(unread: number): void {
  useEffect(() => {
    const head = unread > 99 ? "(99+) " : unread > 0 ? `(${unread}) ` : "";
    const write = () => {
      const title = head + document.title.replace(counted, "");
      if (document.title !== title) document.title = title;
    };
    write();
    // Each page brings its own title.
    const watch = new MutationObserver(write);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [unread]);
  useEffect(() => {
    // Not every browser has icons to put a number on, and some refuse.
    void navigator.setAppBadge?.(unread).catch(() => undefined);
  }, [unread]);
}
