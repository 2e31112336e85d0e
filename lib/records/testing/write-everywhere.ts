import type { Sql } from "postgres";
import type { House } from "@/db/testing/house";
import { addPerson } from "@/db/testing/people";
import { changeBooking } from "@/lib/bookings/change-booking";
import { handOver } from "@/lib/bookings/hand-over";
import { bookAs, hourOf, must } from "@/lib/bookings/testing/desk-books";
import { writeToCustomer, writeToHouse } from "@/lib/conversations/write-message";
import { changeCustomer } from "@/lib/customers/change-customer";
import { addNote, strikeNote } from "@/lib/customers/customer-notes";
import { changeCustomerInput } from "@/lib/customers/file-input";
import { enquiryInput } from "@/lib/enquiries/input";
import { receiveEnquiry } from "@/lib/enquiries/receive-enquiry";
import { newId } from "@/lib/platform/ids";
import { answerReview } from "@/lib/reviews/answer-review";
import { paidVisit } from "@/lib/reviews/testing/paid-visit";
import { writeReview } from "@/lib/reviews/write-review";
import { adjustPoints } from "@/lib/rewards/adjust-points";
import { giveVoucher } from "@/lib/rewards/give-voucher";
import { atRewards } from "@/lib/rewards/testing/at-rewards";
import { referralCodeOf } from "@/lib/rewards/tie-referral";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";

type Somebody = { id: string; name: string; phone: string; email: string; typed: string };

/** Somebody's words stand wherever a house writes of its customers, by everybody's hand, and in others' files, too. */
export async function writeEverywhere(sql: Sql, house: House, { id, name, phone, email, typed }: Somebody) {
  const { tenantId, serviceIds } = house;
  const desk = await addPerson(sql, tenantId, "front_desk");
  const act = <T>(work: (scope: Scope) => Promise<T>, actor: Actor = desk) => withTenant(tenantId, actor, work);
  const guest = { kind: "public", via: "page" } as const;
  const self = { kind: "customer", customerId: id } as const;
  const friend = newId();
  await sql`insert into customers (tenant_id, id, name) values (${tenantId}, ${friend}, 'A friend')`;

  // Their file.
  const now = await sql`select service_notes, location, tags, birthday from customers where id = ${id}`;
  const seen = { serviceNotes: now[0]!.service_notes, location: "", tags: [], birthday: null, favourites: [] };
  const to = {
    ...{ serviceNotes: `${name} wants it short`, location: `Behind ${name}'s shop`, tags: [`cousin of ${typed}`] },
    ...{ birthday: "02-29", favourites: [serviceIds[0]] },
  };
  await must(act((scope) => changeCustomer(scope, id, changeCustomerInput.parse({ to, seen }))));
  const note = await must(act((scope) => addNote(scope, id, `${name} calls from ${phone}`)));
  await must(act((scope) => strikeNote(scope, id, note.id)));
  await must(act((scope) => addNote(scope, friend, `Came with somebody on ${phone}`)));

  // Booked on their number under another name.
  const booked = await must(bookAs(house, guest, { source: "public" }, { name: typed, phone, at: hourOf(18) }));
  await must(act((scope) => handOver(scope, { bookingId: booked.id, choice: "same" })));
  await must(act((scope) => changeBooking(scope, { id: booked.id, move: "cancel", from: "confirmed", reason: "" })));

  // What they and the house said.
  const { visitId } = await paidVisit(sql, house, { customerId: id });
  const review = await must(
    act((scope) => writeReview(scope, visitId, { rating: 4, words: `Nobody is like ${name}`, isPublic: true }), guest),
  );
  await must(act((scope) => answerReview(scope, { reviewId: review.id, answer: `Thank you, ${name}` })));
  await sql`update reviews set hidden_at = now(), hidden_reason = ${`names ${email}`} where id = ${review.id}`;
  const said = await must(
    act((scope) => writeToHouse(scope, id, { id: newId(), words: `It is ${name}, ${phone}` }), self),
  );
  const { conversationId } = said;
  await must(
    act((scope) => writeToCustomer(scope, { conversationId, id: newId(), words: `Hello ${name}, is it ${email}?` })),
  );
  const ofFriend = { id: newId(), words: `My cousin has ${phone}` };
  await must(act((scope) => writeToHouse(scope, friend, ofFriend), { kind: "customer", customerId: friend }));
  for (const reached of [
    { phone, email: "" },
    { phone: "", email: email.toUpperCase() },
  ]) {
    const wish = enquiryInput.parse({ ...reached, name: typed, subject: `For ${typed}`, words: `I am ${typed}` });
    await act((scope) => receiveEnquiry(scope, wish), guest);
  }

  // What they have.
  const at = atRewards(sql, house);
  const rewardId = await at.reward();
  const reason = `Sorry, ${name}`;
  const given = await must(at.act((scope) => giveVoucher(scope, { customerId: id, rewardId, reason, key: newId() })));
  await must(at.act((scope) => adjustPoints(scope, { customerId: id, points: 30, reason, key: newId() })));
  const friends = { customerId: friend, points: 5, reason: `Brought ${phone}`, key: newId() };
  await must(at.act((scope) => adjustPoints(scope, friends)));
  await at.act((scope) => referralCodeOf(scope, id));
  await sql`insert into referrals (tenant_id, customer_id, referrer_id) values (${tenantId}, ${friend}, ${id})`;

  // On its way, and come back.
  await sql`insert into messages (tenant_id, id, channel, to_address, customer_id, template, body, status, dedupe_key, failure)
    values (${tenantId}, ${newId()}, 'push', ${newId()}, ${id}, 'booking-for-member', ${`${name} at ten`}, 'sending', ${newId()}, ''),
      (${tenantId}, ${newId()}, 'sms', ${`+254${phone.slice(1)}`}, ${id}, 'x', 'Hello', 'failed', ${newId()}, ${`${phone} is not reached`}),
      (${tenantId}, ${newId()}, 'email', ${email}, null, 'x', ${`Dear ${name}`}, 'failed', ${newId()}, ${`no box of ${name}`})`;
  return { friend, reviewId: review.id, voucherId: given.id, conversationId };
}
