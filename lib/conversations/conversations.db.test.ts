import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type House, makeHouse } from "@/db/testing/house";
import { addMessages } from "@/lib/notifications/queue-message";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { getThread, ownThread, unreadByCustomer } from "./get-thread";
import { inboxQuery, messageInput } from "./input";
import { listConversations } from "./list-conversations";
import { customerHasRead, houseHasRead } from "./read-up-to";
import { tellUnread } from "./tell-unread";
import { writeFirst, writeToCustomer, writeToHouse } from "./write-message";

const sql = postgres(process.env.TEST_ADMIN_URL!, { max: 4, onnotice: () => {} });
afterAll(() => sql.end());
const desk: Actor = { kind: "member", userId: newId(), role: "front_desk", staffId: null };

let house: House;
let mary: string;
beforeEach(async () => {
  house = await makeHouse();
  mary = await customer("Mary Wairimu");
});

async function customer(name: string, language: "en" | "sw" = "en"): Promise<string> {
  const id = newId();
  await sql`insert into customers (tenant_id, id, name, phone, language)
    values (${house.tenantId}, ${id}, ${name}, ${`+2547${String(Math.random()).slice(2, 10)}`}, ${language})`;
  return id;
}
const act = <T>(work: (scope: Scope) => Promise<T>, actor: Actor = desk) => withTenant(house.tenantId, actor, work);
const look = <T>(work: (scope: Scope) => Promise<T>) => readTenant(house.tenantId, desk, work);
const asks = async (customerId: string, words: string, id = newId()) => {
  const sent = await act((scope) => writeToHouse(scope, customerId, messageInput.parse({ id, words })), {
    kind: "customer",
    customerId,
  });
  if (!sent.ok) throw new Error(sent.refusal);
  return sent.value;
};
const answers = async (conversationId: string, words: string, id = newId()) => {
  const sent = await act((scope) => writeToCustomer(scope, { conversationId, id, words }));
  if (!sent.ok) throw new Error(sent.refusal);
  return sent.value;
};
const inbox = (wish: object = {}) => look((scope) => listConversations(scope, inboxQuery.parse(wish)));
const unread = (customerId = mary) => look((scope) => unreadByCustomer(scope, customerId));
const thread = (id: string, before?: number) => look((scope) => getThread(scope, id, before));
const dues = () => sql<{ payload: { conversationId: string; seq: number } }[]>`
  select payload from due where tenant_id = ${house.tenantId} and kind = 'tell_unread' order by created_at`;

test("what is written stands in order on both sides, and each counts what the other wrote", async () => {
  const { conversationId } = await asks(mary, "Do you open on Sunday?");
  await asks(mary, "At ten?");
  expect(await inbox()).toMatchObject({
    unread: 1,
    conversations: [{ customerName: "Mary Wairimu", lastWords: "At ten?", lastSide: "customer", unread: 2 }],
  });
  // Whoever answers has read it.
  await answers(conversationId, "Yes, at ten");
  expect(await inbox()).toMatchObject({ unread: 0, conversations: [{ unread: 0, lastSide: "house" }] });
  expect(await unread()).toBe(1);
  const own = await look((scope) => ownThread(scope, mary));
  expect(own!.messages.map(({ seq, side, words }) => [seq, side, words])).toEqual([
    [1, "customer", "Do you open on Sunday?"],
    [2, "customer", "At ten?"],
    [3, "house", "Yes, at ten"],
  ]);
  await act((scope) => customerHasRead(scope, mary, { seq: 99 }));
  expect(await unread()).toBe(0);
  // Nobody un-reads, from whichever device.
  expect(await act((scope) => customerHasRead(scope, mary, { seq: 1 }))).toMatchObject({ value: { seq: 3 } });
  expect(await act((scope) => houseHasRead(scope, { conversationId: newId(), seq: 1 }))).toMatchObject({
    refusal: "unknown_conversation",
  });
});

test("the same message sent again is one; two with the same words are two (old defect 61)", async () => {
  const id = newId();
  const both = await Promise.all([asks(mary, "Hello", id), asks(mary, "Hello", id)]);
  expect(new Set(both.map(({ seq }) => seq)).size).toBe(1);
  await Promise.all([asks(mary, "Hello"), asks(mary, "Hello")]);
  const { conversationId } = both[0]!;
  expect((await thread(conversationId))!.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  const other = await act((scope) => writeToHouse(scope, mary, { id, words: "Something else" }), {
    kind: "customer",
    customerId: mary,
  });
  expect(other).toMatchObject({ refusal: "key_reused" });
  // Another customer's message may have the same id: it says nothing of this one.
  const jane = await customer("Jane");
  expect((await asks(jane, "Hello", id)).conversationId).not.toBe(conversationId);
});

test("twenty at once get twenty numbers, none twice and none left out", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => asks(mary, `No ${n}`)));
  const { conversations } = await inbox();
  const { messages } = (await thread(conversations[0]!.id))!;
  expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  expect(conversations).toHaveLength(1);
});

test("a long thread is read backwards, each message once", async () => {
  const { conversationId } = await asks(mary, "No 1");
  for (let n = 2; n <= 65; n++) await asks(mary, `No ${n}`);
  const pages: number[][] = [];
  let before: number | undefined;
  do {
    const page = (await thread(conversationId, before))!;
    pages.unshift(page.messages.map(({ seq }) => seq));
    before = page.before ?? undefined;
  } while (before);
  expect(pages.map((page) => page.length)).toEqual([5, 30, 30]);
  expect(pages.flat()).toEqual(Array.from({ length: 65 }, (_, n) => n + 1));
});

test("what waits stands first; a name finds it; pages follow each other", async () => {
  const people = await Promise.all(Array.from({ length: 33 }, (_, n) => customer(`Guest ${n}`)));
  for (const id of people) await asks(id, "Hi");
  const { conversationId } = await asks(mary, "First of all");
  await answers(conversationId, "Done");
  const first = await inbox();
  const second = await inbox({ cursor: first.nextCursor });
  expect([first.conversations.length, second.conversations.length, second.nextCursor]).toEqual([30, 4, null]);
  expect(second.conversations.at(-1)!.customerName).toBe("Mary Wairimu");
  expect(await inbox({ q: "wairi" })).toMatchObject({ unread: 33, conversations: [{ id: conversationId }] });
  expect((await inbox({ q: "%" })).conversations).toEqual([]);
});

test("the house is told once for each silence, the customer after some minutes and in their language", async () => {
  const zawadi = await customer("Zawadi", "sw");
  const { conversationId } = await asks(zawadi, "Habari");
  await asks(zawadi, "Mko?");
  const news = await sql`select title from notifications where tenant_id = ${house.tenantId}`;
  expect(news.map(({ title }) => title)).toEqual(["Zawadi writes to you"]);
  await answers(conversationId, "Ndio");
  await answers(conversationId, "Karibu");
  const planned = await dues();
  expect(planned.map(({ payload }) => payload)).toEqual([{ conversationId, seq: 3 }]);
  const tell = () =>
    act(async (scope) => {
      const messages = await tellUnread(scope, planned[0]!.payload);
      await addMessages(scope, messages);
      return messages;
    });
  const [message, ...others] = await tell();
  expect(others).toEqual([]);
  expect(message!.body).toMatch(/^Test House wamekuandikia\. .*\/portal\/house-\w+\/messages$/);
  expect(message!.body).not.toContain("Ndio");
  await act((scope) => customerHasRead(scope, zawadi, { seq: 4 }));
  expect(await tell()).toEqual([]);
  await answers(conversationId, "Kesho?");
  expect(await dues()).toHaveLength(2);
});

test("the house begins one with its own customers, and with nobody else’s", async () => {
  const elsewhere = await makeHouse();
  const begin = (customerId: string) =>
    act((scope) => writeFirst(scope, { customerId, id: newId(), words: "Your braids are ready" }));
  expect(await begin(mary)).toMatchObject({ ok: true });
  const [other] = await sql<{ id: string }[]>`insert into customers (tenant_id, id, name)
    values (${elsewhere.tenantId}, ${newId()}, 'Other') returning id`;
  expect(await begin(other!.id)).toMatchObject({ refusal: "unknown_conversation" });
  expect(await begin(newId())).toMatchObject({ refusal: "unknown_conversation" });
  expect((await inbox()).conversations).toHaveLength(1);
  const { conversationId } = await asks(mary, "Thanks");
  const theirs = await readTenant(elsewhere.tenantId, desk, (scope) => getThread(scope, conversationId));
  expect(theirs).toBeNull();
});

test("words stay as they were written; only an erasure empties them", async () => {
  await asks(mary, "Secret");
  const change = (words: string) =>
    sql.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${house.tenantId}, true)`;
      await tx`set local role clientpulse_app`;
      await tx`update conversation_messages set words = ${words} where tenant_id = ${house.tenantId}`;
    });
  await expect(change("Other")).rejects.toThrow(/cannot be changed/);
  await change("");
  expect((await inbox()).conversations[0]!.lastWords).toBe("");
  await expect(sql`set role clientpulse_app; delete from conversation_messages`.simple()).rejects.toThrow(/denied/);
  await sql`reset role`;
});

test("nothing is said with nothing", () => {
  for (const words of ["", "  ", "\u200b", "x".repeat(2_001)])
    expect(messageInput.safeParse({ id: newId(), words }).success).toBe(false);
  expect(messageInput.safeParse({ id: "1", words: "Hi" }).success).toBe(false);
});
