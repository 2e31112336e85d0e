"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useRef, useState } from "react";
import { toast } from "sonner";
import { useSWRConfig } from "swr";
import { useSay } from "@/app/_words/use-say";
import type { Touched } from "@/lib/events/rules";
import { adminBase, apiBase, areasOf, isTouched } from "../data/keys";
import { useSound } from "../shell/preference";
import { chime } from "./chime";
import { coalesce } from "./coalesce";
import { isFarewell } from "./farewell";
import type { LiveEvent } from "./frame";
import { LiveStore } from "./live-store";
import { eventNames } from "./names";
import { everything, type Hearing, isWanted, type News, summarise } from "./news";
import { readPosition, writePosition } from "./position";
import { LiveSession } from "./session";

type Live = { store: LiveStore; rendered(position: string): void };

const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("no LiveProvider above");
  return live;
}

/** All that may be on a screen. */
const onScreen: Record<Touched, true> = {
  stats: true,
  bookings: true,
  calendar: true,
  me: true,
  visits: true,
  notifications: true,
  customers: true,
  reviews: true,
  gallery: true,
  conversations: true,
  enquiries: true,
  testimonials: true,
  "top-customers": true,
  members: true,
  staff: true,
  services: true,
  settings: true,
  imports: true,
  "time-off": true,
  queue: true,
  "walk-ins": true,
  waitlist: true,
  till: true,
  sales: true,
  products: true,
  payroll: true,
  expenses: true,
  rewards: true,
  campaigns: true,
  "customer-rewards": true,
  subscription: true,
  subscriptions: true,
  work: true,
  health: true,
  stock: true,
  reports: true,
  analytics: true,
  "daily-stats": true,
  tenants: true,
  payments: true,
  setup: true,
};
const everyArea = Object.keys(onScreen) as Touched[];

type Props = {
  tenantId: string;
  userId: string;
  sessionId: string;
  /** Where the log stood at rendering. */
  position: string;
  hearing?: Hearing;
  /** The reserved tenant's log, as its administration sees it. */
  platform?: boolean;
  children: ReactNode;
};

/** Keeps everything below it in step with the business's event log. */
export function LiveProvider({
  tenantId,
  userId,
  sessionId,
  position,
  hearing = everything,
  platform = false,
  children,
}: Props) {
  const say = useSay();
  const { mutate } = useSWRConfig();
  const router = useRouter();
  const session = useRef<LiveSession | null>(null);
  const [from] = useState(() => readPosition(position) ?? { epoch: 0, seq: 0 });
  const [live] = useState<Live>(() => ({
    store: new LiveStore(from),
    rendered: (text) => {
      const at = readPosition(text);
      if (at) session.current?.rendered(at);
    },
  }));

  const [sound] = useSound();
  const heard = useEffectEvent(() => {
    if (sound === "on") void chime();
  });
  const wanted = useEffectEvent((event: LiveEvent) => isWanted(event, hearing, userId));
  const tell = useEffectEvent((news: News) => {
    heard();
    const to = platform ? adminAddressOf(news) : addressOf(tenantId, news);
    toast(say.happened(news.title), {
      description: say.happened(news.message),
      ...(to ? { action: { label: say("Open"), onClick: () => router.push(to) } } : {}),
    });
  });
  const summarised = useEffectEvent((missed: readonly LiveEvent[], away: boolean) => summarise(say, missed, away));

  useEffect(() => {
    const base = platform ? adminBase : apiBase(tenantId);
    const refresh = coalesce((areas) => mutate((key) => isTouched(key, base, areas)));
    const started = new LiveSession({
      name: `clientpulse:${tenantId}:${sessionId}`,
      from,
      names: eventNames,
      open: (after) => new EventSource(`${base}/stream?after=${after}`),
      mayReturn: () => mayReturn(platform ? `${base}/tenants?limit=1` : `${base}/stats`),
      applied: (event) => {
        live.store.set({ seq: event.at.seq });
        const detail = { seq: event.at.seq, name: event.name, id: event.id };
        window.dispatchEvent(new CustomEvent("clientpulse:event", { detail }));
        refresh(areasOf(event.name));
        // One's own rights are others now: where one may go comes from the server.
        if (event.name === "member.changed" && event.entityId === userId) {
          router.refresh();
          refresh(everyArea);
        }
      },
      stale: (at) => {
        if (at) {
          live.store.set({ seq: at.seq });
          const detail = { seq: at.seq, id: writePosition(at) };
          window.dispatchEvent(new CustomEvent("clientpulse:reset", { detail }));
        }
        refresh(everyArea);
      },
      wanted: (event) => wanted(event),
      tell: (news) => tell(news),
      summarised: (missed, away) => summarised(missed, away),
      status: (status) => live.store.set({ status }),
    });
    session.current = started;
    return () => {
      session.current = null;
      started.stop();
    };
  }, [tenantId, userId, sessionId, platform, from, live, mutate, router]);

  return <LiveContext value={live}>{children}</LiveContext>;
}

function addressOf(tenantId: string, news: News): string | null {
  if (news.entity === "booking") return `/dashboard/${tenantId}?booking=${news.entityId}`;
  if (news.entity === "payment") return `/dashboard/${tenantId}/payments?payment=${news.entityId}`;
  if (news.entity === "user") return `/dashboard/${tenantId}/members`;
  if (news.entity === "time_off") return `/dashboard/${tenantId}/time-off`;
  if (news.entity === "sale") return `/dashboard/${tenantId}/till?checkout=sale:${news.entityId}`;
  if (news.entity === "product") return `/dashboard/${tenantId}/stock/${news.entityId}`;
  if (news.entity === "review") return `/dashboard/${tenantId}/reviews?review=${news.entityId}`;
  if (news.entity === "conversation") return `/dashboard/${tenantId}/conversations/${news.entityId}`;
  if (news.entity === "enquiry") return `/dashboard/${tenantId}/enquiries?enquiry=${news.entityId}`;
  if (news.entity === "notifications") return `/dashboard/${tenantId}/notifications`;
  return null;
}

function adminAddressOf({ entity, entityId }: News): string | null {
  if (entity === "tenant") return `/admin/tenants/${entityId}`;
  if (entity === "testimonial") return "/admin/reviews";
  return entity === "enquiry" ? `/admin/enquiries?enquiry=${entityId}` : null;
}

/** EventSource does not say why it was refused, so an ordinary request asks. */
async function mayReturn(probe: string): Promise<boolean> {
  try {
    const { status } = await fetch(probe, { cache: "no-store" });
    if (status !== 401 && status !== 404) return true;
    // Signed out, or no longer a member here: the page itself knows what to say.
    if (!isFarewell()) window.location.reload();
    return false;
  } catch {
    return true;
  }
}
