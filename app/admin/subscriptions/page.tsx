import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { subscriptionsQuery } from "@/lib/subscriptions/input";
import { listSubscriptions } from "@/lib/subscriptions/list-subscriptions";
import { subscriptionsKey } from "../words";
import { SubscriptionsView } from "./subscriptions-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Subscriptions") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AdminSubscriptionsPage({ searchParams }: Props) {
  const say = await sayHere();
  await requireAdmin("platform.plans");
  const { status, cursor } = await searchParams;
  const read = subscriptionsQuery.safeParse({ status, cursor });
  const asked = read.success ? read.data : {};
  return (
    <SWRConfig value={{ fallback: { [subscriptionsKey(asked)]: await listSubscriptions(asked) } }}>
      <main className="pb-16">
        <h1 className="px-4 pt-6 text-lg md:px-6 xl:px-8">{say("Subscriptions")}</h1>
        <SubscriptionsView asked={asked} />
      </main>
    </SWRConfig>
  );
}
