import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { FilterBar, FilterSelect, filterControl } from "@/app/_components/forms/filter-bar";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { phrase } from "@/app/_words/phrase";
import { sayHere } from "@/app/_words/say-here";
import { messageQuery } from "@/lib/notifications/input";
import { listMessages } from "@/lib/notifications/list-messages";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { sentKey } from "./message-keys";
import { MessageList } from "./message-list";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Messages") };
};

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const ways = [
  { value: "sms", label: phrase("SMS") },
  { value: "email", label: phrase("E-mail") },
];
const states = [
  { value: "waiting", label: phrase("Waiting") },
  { value: "sent", label: phrase("Sent") },
  { value: "failed", label: phrase("Not sent") },
];

export default async function MessagesPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "messages.see");
  const asked = messageQuery.safeParse(await searchParams);
  const { cursor: _, limit, ...filters } = asked.success ? asked.data : messageQuery.parse({});
  const page = await readTenant(tenantId, actor, (scope) => listMessages(scope, { ...filters, limit }));
  const key = sentKey(tenantId, filters);
  return (
    <SWRConfig value={{ fallback: { [key]: page } }}>
      <RenderedAt position={page.position} />
      <PageHeader title={say("Messages")} />
      <PageBody>
        <FilterBar chosen={Object.values(filters).filter(Boolean).length} all="?">
          <label className="col-span-2 grid min-w-0 gap-1 md:w-52">
            <span className="text-quiet">{say("Search")}</span>
            <input
              key={filters.text}
              name="text"
              defaultValue={filters.text ?? ""}
              placeholder={say("Name, number or address")}
              className={filterControl}
            />
          </label>
          <FilterSelect
            name="channel"
            label={say("Sent by")}
            all={say("Any way")}
            value={filters.channel}
            choices={ways.map(({ value, label }) => ({ value, label: say(label) }))}
          />
          <FilterSelect
            name="state"
            label={say("State")}
            all={say("Any state")}
            value={filters.state}
            choices={states.map(({ value, label }) => ({ value, label: say(label) }))}
          />
        </FilterBar>
        <MessageList key={key} filters={filters} />
      </PageBody>
    </SWRConfig>
  );
}
