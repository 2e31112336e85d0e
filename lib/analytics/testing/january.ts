import type postgres from "postgres";
import { makeHouse } from "@/db/testing/house";
import { atMinute } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";

const zone = "Africa/Nairobi";

/** `2027-01-15 10:30` on a clock in Nairobi. */
export function nairobi(text: string): Date {
  const [date, time] = text.split(" ") as [string, string];
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return atMinute(date, hours * 60 + minutes, zone);
}

type Fields = Record<string, unknown>;

/**
 * A house whose January of 2027 is counted by hand, looked at on 10 February at noon. The turn of the year and both ends of
 * the month have somebody within three hours of midnight, where the date in UTC is another one.
 */
export async function aJanuary(sql: postgres.Sql) {
  const house = await makeHouse({ staff: 2 });
  const { tenantId, serviceIds, staffIds } = house;
  const add = (table: string, fields: Fields) =>
    sql`insert into ${sql(table)} ${sql({ tenant_id: tenantId, ...fields })}`;
  const people: Record<string, string> = {};
  const person = async (name: string, created: string, fields: Fields = {}) => {
    people[name] = newId();
    await add("customers", { id: people[name], name, created_at: nairobi(created), ...fields });
  };
  const account = newId();
  await sql`insert into accounts (id, phone) values (${account}, ${`+2547${String(Math.random()).slice(2, 10)}`})`;
  await person("Amina", "2026-06-10 10:00", { account_id: account });
  await person("Brian", "2026-12-31 23:30");
  await person("Chao", "2027-01-01 00:30");
  await person("Daudi", "2026-12-01 09:00", { guardian_id: people.Amina });
  await person("Erased customer", "2026-05-01 09:00");
  await person("Faith", "2026-03-01 09:00", { archived_at: nairobi("2027-01-20 09:00") });
  await person("Amina again", "2027-01-05 09:00");
  await person("Halima", "2027-01-31 23:59", { status: "vip" });
  await person("Ibrahim", "2027-02-01 00:10");
  await person("Kamau", "2026-11-20 09:00");
  await person("Lulu", "2026-11-20 09:05");
  await person("Moses", "2026-06-01 09:00");
  const who = (name: string) => people[name]!;
  await add("customer_keys", { customer_id: who("Erased customer"), destroyed_at: nairobi("2027-01-12 09:00") });
  await add("customer_merges", {
    ...{ id: newId(), kept_id: who("Amina"), gone_id: who("Amina again"), kept_before: "", gone_before: "" },
    moved: sql.json({}),
  });

  const bookings: Record<string, string> = {};
  const booking = async (name: string, customer: string, starts: string, made: string, fields: Fields = {}) => {
    bookings[name] = newId();
    const startsAt = nairobi(starts);
    const endsAt = new Date(startsAt.getTime() + 60 * 60_000);
    await add("bookings", {
      ...{ id: bookings[name], reference: name.toUpperCase(), customer_id: who(customer), status: "completed" },
      ...{ source: "public", starts_at: startsAt, ends_at: endsAt, total_minor: 150_000, currency: "KES" },
      ...{ booked_as: sql.json({ name: customer }), created_at: nairobi(made), ...fields },
    });
    await add("booking_lines", {
      ...{ id: newId(), booking_id: bookings[name], position: 0, service_id: serviceIds[0], service_name: "Cut" },
      ...{ staff_id: staffIds[0], any_staff: false, starts_at: startsAt, ends_at: endsAt, price_minor: 150_000 },
      ...{ segments: sql.json([{ kind: "work", minutes: 60 }]), buffer_before_minutes: 0, buffer_after_minutes: 0 },
      ...{ currency: "KES", addons: sql.json([]) },
    });
  };
  const ended = (name: string, by: string, at: string) =>
    add("booking_changes", {
      ...{ id: newId(), booking_id: bookings[name], move: "cancel", from_status: "confirmed", to_status: "cancelled" },
      ...{ by_kind: by, created_at: nairobi(at) },
    });
  await booking("lastyear", "Brian", "2026-12-31 23:30", "2026-12-31 23:30", { source: "desk" });
  await booking("amina", "Amina", "2027-01-15 10:00", "2027-01-02 10:00");
  await booking("walkin", "Chao", "2027-01-01 00:30", "2027-01-01 00:30", { source: "desk" });
  await booking("chao", "Chao", "2027-01-20 09:00", "2027-01-03 09:00");
  await booking("daudi", "Daudi", "2027-01-15 11:00", "2027-01-14 11:00", { source: "desk" });
  const late = { status: "cancelled", source: "api", free_until: nairobi("2027-01-16 10:00") };
  await booking("late", "Erased customer", "2027-01-17 10:00", "2027-01-12 10:00", late);
  await ended("late", "customer", "2027-01-17 09:00");
  await booking("byhouse", "Brian", "2027-01-22 14:00", "2027-01-20 14:00", { status: "cancelled" });
  await ended("byhouse", "member", "2027-01-21 09:00");
  await booking("missed", "Faith", "2027-01-08 10:00", "2027-01-06 10:00", { status: "no_show", source: "desk" });
  await booking("open", "Kamau", "2027-01-31 23:30", "2027-01-30 23:30", { status: "confirmed" });
  await booking("rejected", "Halima", "2027-01-25 10:00", "2027-01-24 10:00", { status: "rejected" });
  await booking("expired", "Halima", "2027-01-26 10:00", "2027-01-24 10:00", { status: "expired" });
  await booking("february", "Halima", "2027-02-01 00:10", "2027-01-30 10:00", { status: "requested" });
  await booking("next", "Amina", "2027-02-12 10:00", "2027-01-15 11:00", { status: "confirmed" });
  await booking("toolate", "Chao", "2027-02-18 10:00", "2027-01-28 09:30", { status: "confirmed" });
  await booking("lulu", "Lulu", "2027-02-05 10:00", "2027-01-25 10:00", { status: "confirmed" });
  const file = newId();
  await add("imports", {
    ...{
      id: file,
      kind: "bookings",
      file_name: "old.csv",
      header: ["a"],
      mapping: sql.json({}),
      status: "done",
      rows: 1,
    },
  });
  await add("import_rows", { import_id: file, line: 1, outcome: "added", made_id: bookings.missed });

  const visits: Record<string, string> = {};
  const visit = async (name: string, customer: string, at: string, paid: number, fields: Fields = {}) => {
    visits[name] = newId();
    await add("visits", {
      ...{ id: visits[name], customer_id: who(customer), started_at: nairobi(at), completed_at: nairobi(at) },
      ...{ total_minor: 150_000, paid_minor: paid, currency: "KES", ...fields },
    });
    await add("visit_lines", {
      ...{ id: newId(), visit_id: visits[name], position: 0, service_id: serviceIds[0], service_name: "Cut" },
      ...{ staff_id: staffIds[0], price_minor: 150_000 },
    });
  };
  await visit("amina1", "Amina", "2026-11-20 10:00", 150_000);
  await visit("amina2", "Amina", "2026-12-18 10:00", 150_000);
  await visit("amina3", "Amina", "2027-01-15 10:00", 150_000, { booking_id: bookings.amina });
  await visit("brian", "Brian", "2026-12-31 23:30", 80_000, { booking_id: bookings.lastyear });
  await visit("brianNot", "Brian", "2027-01-05 10:00", 90_000, { voided_at: nairobi("2027-01-05 10:05") });
  await visit("chao1", "Chao", "2027-01-01 00:30", 100_000, { booking_id: bookings.walkin });
  await visit("chao2", "Chao", "2027-01-20 09:00", 0, { booking_id: bookings.chao });
  await visit("daudi", "Daudi", "2027-01-15 11:00", 50_000, { booking_id: bookings.daudi });
  await visit("erased1", "Erased customer", "2026-12-10 10:00", 200_000);
  await visit("erased2", "Erased customer", "2027-01-10 10:00", 200_000);
  await visit("faith", "Faith", "2026-12-05 10:00", 120_000);
  await visit("kamau", "Kamau", "2026-11-20 10:00", 100_000);
  await visit("lulu", "Lulu", "2026-11-20 10:00", 100_000);
  await visit("moses", "Moses", "2026-06-01 10:00", 220_000);

  const review = (of: string, customer: string, rating: number, at: string) =>
    add("reviews", {
      ...{ id: newId(), visit_id: visits[of], customer_id: who(customer), rating, is_public: true },
      created_at: nairobi(at),
    });
  await review("amina3", "Amina", 5, "2027-01-16 10:00");
  await review("daudi", "Daudi", 4, "2027-01-31 23:50");
  await review("chao2", "Chao", 2, "2027-02-01 00:05");

  const waits = async (created: string): Promise<string> => {
    const id = newId();
    await add("waitlist_entries", {
      ...{ id, customer_id: who("Brian"), name: "Brian", service_id: serviceIds[0], windows: sql.json([]) },
      ...{ first_date: "2027-01-20", last_date: "2027-01-30", source: "desk", created_at: nairobi(created) },
    });
    return id;
  };
  const [one, other] = [await waits("2027-01-02 09:00"), await waits("2027-01-31 23:00")];
  await waits("2027-02-01 01:00");
  const offer = (name: string, entry: string, at: string, outcome: string) =>
    add("waitlist_offers", { booking_id: bookings[name], entry_id: entry, created_at: nairobi(at), outcome });
  await offer("chao", one, "2027-01-03 09:00", "taken");
  await offer("expired", other, "2027-01-31 23:10", "unanswered");
  await offer("february", one, "2027-02-01 00:05", "taken");

  const sale = newId();
  await add("sales", {
    ...{ id: sale, number: 1, status: "closed", customer_id: who("Amina"), subtotal_minor: 150_000 },
    ...{ total_minor: 150_000, currency: "KES", closed_at: nairobi("2027-01-15 11:00") },
  });
  const brings = async (friend: string, by: string, at: string, paid = false) => {
    const fields = { customer_id: who(friend), referrer_id: who(by), created_at: nairobi(at) };
    await add("referrals", { ...fields, sale_id: paid ? sale : null, points: paid ? 50 : 0 });
    if (!paid) return;
    for (const name of [friend, by]) {
      await add("points_entries", {
        ...{ id: newId(), customer_id: who(name), kind: "referral", points: 50, source: `referral ${newId()}` },
        created_at: nairobi("2027-01-15 11:00"),
      });
    }
  };
  await brings("Chao", "Amina", "2027-01-01 00:30", true);
  await brings("Halima", "Amina", "2027-01-31 23:59");
  await brings("Ibrahim", "Chao", "2027-02-01 00:10");

  const [campaign, reward, voucher] = [newId(), newId(), newId()];
  await add("rewards", { id: reward, name: "200 off", kind: "discount", amount_minor: 20_000, currency: "KES" });
  await add("vouchers", {
    ...{ id: voucher, reward_id: reward, customer_id: who("Amina"), code: "ABCD", status: "redeemed" },
    ...{ origin: "campaign", name: "200 off", kind: "discount", amount_minor: 20_000, off_minor: 20_000 },
    ...{ sale_id: sale, redeemed_at: nairobi("2027-01-15 11:00"), expires_at: nairobi("2027-06-01 09:00") },
  });
  await add("campaigns", {
    ...{ id: campaign, name: "January", segment: sql.json("everybody"), segment_name: "Everybody", channel: "sms" },
    ...{ body: "Hi", reward_id: reward, status: "sent", send_at: nairobi("2027-01-14 09:00") },
    ...{ started_at: nairobi("2027-01-14 09:00"), ended_at: nairobi("2027-01-14 09:05") },
  });
  const written = async (customer: string, status: string, code: string | null = null) => {
    const id = newId();
    await add("messages", {
      ...{ id, channel: "sms", to_address: "", customer_id: who(customer), template: "campaign", body: "Hi", status },
      dedupe_key: id,
    });
    await add("campaign_recipients", {
      ...{ campaign_id: campaign, customer_id: who(customer), outcome: "written", channel: "sms", message_id: id },
      ...{ voucher_id: code, written_at: nairobi("2027-01-14 09:00") },
    });
  };
  await written("Amina", "delivered", voucher);
  await written("Chao", "sent");
  await written("Kamau", "failed");
  return { ...house, people, bookings, visits, campaign, now: nairobi("2027-02-10 12:00") };
}
