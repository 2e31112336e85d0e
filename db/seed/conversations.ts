import type { TransactionSql } from "postgres";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId } from "./stable";

const minute = 60_000;

type Line = { side: "customer" | "house"; words: string; ago: number };

/** `ago`: minutes. The house has answered the first, and has not looked at the second. */
const talks: { read: number; lines: Line[] }[] = [
  {
    read: 4,
    lines: [
      { side: "customer", words: "Hello, do you do knotless braids on a Sunday?", ago: 1_500 },
      { side: "house", words: "We are closed on Sundays, but Saturday at 14:00 is free with Chebet.", ago: 1_470 },
      { side: "customer", words: "Saturday is fine. Should I bring my own extensions?", ago: 1_440 },
      { side: "house", words: "We have them here, in 1B and 33. Book the time and tell us the colour.", ago: 1_430 },
    ],
  },
  {
    read: 0,
    lines: [
      { side: "customer", words: "Habari, naomba kuchelewa dakika kumi kesho.", ago: 95 },
      { side: "customer", words: "Nitafika saa nne na dakika kumi.", ago: 94 },
    ],
  },
];

const asked = [
  {
    ...{ name: "Beatrice Naliaka", phone: "+254711880021", email: null, subject: "Bridal party in May" },
    words: "We are a bride and five maids. Could you come to the house in Karen on a Saturday morning?",
    hours: 7,
  },
  {
    ...{ name: "Peter Mutiso", phone: null, email: "peter@mutiso.test", subject: "Do you train apprentices?" },
    words: "My daughter finishes school in November and would like to learn barbering with you.",
    hours: 30,
  },
  {
    ...{ name: "Shamim Abdi", phone: "+254722410087", email: null, subject: "Lost earring" },
    words: "I think I left a gold earring at the basin on Thursday. It is my grandmother’s.",
    hours: 52,
  },
];

/** Only once: a talk that went on, and an enquiry that was dealt with, stay as they are. */
export async function seedConversations(sql: TransactionSql, business: DemoBusiness, now: Date): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const [desk] = await sql<{ id: string }[]>`select user_id as id from members
    where tenant_id = ${tenant_id} and role = 'front_desk' and removed_at is null order by user_id limit 1`;
  const people = await sql<{ id: string }[]>`select id from customers
    where tenant_id = ${tenant_id} and phone is not null and archived_at is null order by created_at, id limit 2`;
  const at = (ago: number) => new Date(now.getTime() - ago * minute);
  const idOf = (nth: number) => demoId(`conversation/${nth}`);
  const held = people.map(({ id: customer_id }, nth) => ({ customer_id, nth, ...talks[nth]! }));
  await insertRows(
    sql,
    "conversations",
    held.map(({ customer_id, nth, read, lines }) => ({
      ...{ tenant_id, id: idOf(nth), customer_id, last_seq: lines.length, last_at: at(lines.at(-1)!.ago) },
      ...{ last_side: lines.at(-1)!.side, house_read_seq: read, customer_read_seq: Math.max(0, read - 1) },
      created_at: at(lines[0]!.ago),
    })),
  );
  await insertRows(
    sql,
    "conversation_messages",
    held.flatMap(({ nth, lines }) =>
      lines.map(({ side, words, ago }, line) => ({
        ...{ tenant_id, conversation_id: idOf(nth), seq: line + 1, id: demoId(`message/${nth}/${line}`), side, words },
        ...{ by_user_id: side === "house" ? desk?.id : null, created_at: at(ago) },
      })),
    ),
  );
  await insertRows(
    sql,
    "enquiries",
    asked.map(({ hours, ...enquiry }, nth) => ({
      ...{ tenant_id, id: demoId(`enquiry/${nth}`), ...enquiry, created_at: at(hours * 60) },
      read_at: nth > 0 ? at(hours * 60 - 30) : null,
      answered_at: nth > 1 ? at(hours * 60 - 90) : null,
      answered_by: nth > 1 ? (desk?.id ?? null) : null,
    })),
  );
}
