import type { Metadata } from "next";
import { FilterBar, FilterSelect } from "@/app/_components/forms/filter-bar";
import { requireAdmin } from "@/app/_server/visitor";
import { phrase } from "@/app/_words/phrase";
import { sayHere } from "@/app/_words/say-here";
import { outgoingInput } from "@/lib/admin/input";
import { OutgoingList } from "./outgoing-list";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Messages") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const ways = [
  { value: "sms", label: phrase("SMS") },
  { value: "email", label: phrase("E-mail") },
  { value: "push", label: phrase("Push") },
];
const states = [
  { value: "waiting", label: phrase("Waiting") },
  { value: "sent", label: phrase("Sent") },
  { value: "failed", label: phrase("Not sent") },
];

export default async function OutgoingPage({ searchParams }: Props) {
  const say = await sayHere();
  await requireAdmin("tenants.decide");
  const { state, channel } = await searchParams;
  // What the address says may be anybody's; what cannot be read is not asked for.
  const asked = {
    state: outgoingInput.shape.state.safeParse(state).data,
    channel: outgoingInput.shape.channel.safeParse(channel).data,
  };
  const wanted = {
    ...(asked.state ? { state: asked.state } : {}),
    ...(asked.channel ? { channel: asked.channel } : {}),
  };
  return (
    <main className="pb-16">
      <h1 className="px-4 pt-6 text-lg md:px-6 xl:px-8">{say("Messages")}</h1>
      <p className="max-w-[68ch] px-4 pt-1 pb-3 text-quiet md:px-6 xl:px-8">
        {say(
          "All that leaves the house, of every business. To whom it went stands with the business itself, and what a message says is not shown.",
        )}
      </p>
      <FilterBar chosen={Object.keys(wanted).length} all="/admin/messages">
        <FilterSelect
          name="channel"
          label={say("Sent by")}
          all={say("Any way")}
          value={asked.channel}
          choices={ways.map((way) => ({ ...way, label: say(way.label) }))}
        />
        <FilterSelect
          name="state"
          label={say("State")}
          all={say("Any state")}
          value={asked.state}
          choices={states.map((state) => ({ ...state, label: say(state.label) }))}
        />
      </FilterBar>
      <OutgoingList key={JSON.stringify(wanted)} asked={wanted} />
    </main>
  );
}
