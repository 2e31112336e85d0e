import { expect } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { daysOn, newPhone } from "../support/api";
import { applicant, body as registration } from "../support/applicants";
import { portalCookie } from "../support/portal";
import {
  aDayOff,
  anHour,
  aPlan,
  basins,
  dayOff,
  lunch,
  ruleOfHouse,
  shave,
  skills,
  someDay,
  someNotes,
  week,
  writing,
} from "./bodies";
import { formOf } from "./call";
import { newPassword, type Stage } from "./stage";

type Given = { cookie?: string; given: unknown[] };
type Shows = Record<string, unknown>;
type Granted = { shows?: Shows; send(stage: Stage): Promise<Given> | Given };

const idle = { decision: "", reason: "", problem: "", code: "", times: 0 };
const leadsTo = (to: string) => ({ status: 303, to: expect.stringContaining(to) });

/** What somebody does to what is their own; by default with nothing more to say. */
const own = (say: (stage: Stage) => Promise<{ cookie: string; say?: object }>): Granted => ({
  async send(stage) {
    const { cookie, say: given = {} } = await say(stage);
    return { cookie, given: [given] };
  },
});

/** What the owner of A does there. */
const inA = (say: (stage: Stage) => Promise<unknown> | unknown): Granted => ({
  send: async (stage) => ({ cookie: stage.cast.cookies.owner, given: [stage.cast.a.tenantId, await say(stage)] }),
});

/** The same in a business that is only theirs: what is so already would not be done twice. */
const inOwn = (given: object): Granted => ({
  async send({ business }) {
    const { tenantId, owner } = await business("active");
    return { cookie: owner.cookie, given: [tenantId, given] };
  },
});

/** The same in one that tries a plan. */
const inPlan = (given: object): Granted => ({
  async send({ withPlan }) {
    const { tenantId, cookie } = await withPlan();
    return { cookie, given: [tenantId, given] };
  },
});

/** The same at a drawer that is open. */
const atDrawer = (given: object): Granted => ({
  async send(stage) {
    const { tenantId, cookie, drawerId } = await stage.withDrawer();
    return { cookie, given: [tenantId, { drawerId, ...given }] };
  },
});

type Shelf = Awaited<ReturnType<Stage["withShelf"]>>;
/** The same at a shelf on which something is counted. */
const atShelf = (say: (shelf: Shelf) => object): Granted => ({
  async send(stage) {
    const shelf = await stage.withShelf();
    return { cookie: shelf.cookie, given: [shelf.tenantId, say(shelf)] };
  },
});

const anybody = (say: (stage: Stage) => Promise<object> | object): Granted => ({
  send: async (stage) => ({ given: [await say(stage)] }),
});

const anybodysForm = (shows: Shows, say: (stage: Stage) => Record<string, unknown>): Granted => ({
  shows,
  send: (stage) => ({ given: [{}, formOf(say(stage))] }),
});

/** What a customer of A changes of themself. */
const ofCustomer = (shows: Shows, fields: Record<string, unknown>): Granted => ({
  shows,
  send: async ({ cast, customer }) => ({
    cookie: await customer(),
    given: [{}, formOf({ slug: cast.a.slug, ...fields })],
  }),
});

/** The same of who answers for a child. */
const ofGuardian = (
  where: "here" | "away",
  shows: Shows,
  fields: (child: { id: string }) => Record<string, unknown>,
): Granted => ({
  shows,
  async send(stage) {
    const { cookie, childId } = await stage.guardian(where);
    return { cookie, given: [{}, formOf({ slug: stage.cast.a.slug, ...fields({ id: childId }) })] };
  },
});

/** As one subscribes; nobody is ever written to by it. */
const browser = () => ({
  endpoint: `https://fcm.googleapis.com/fcm/send/${newId()}`,
  p256dh: "B".repeat(87),
  auth: "A".repeat(22),
});

const money = "app/dashboard/[tenantId]/payments/actions.ts";
const customers = "app/dashboard/[tenantId]/customers/record-actions.ts";
const mpesa = "app/dashboard/[tenantId]/settings/mpesa/actions.ts";

type Said = { shows: Shows; say(stage: Stage): Promise<object> | object };
const ok = (say: Said["say"]): Said => ({ shows: { answer: { ok: true } }, say });
/** By what the tests beside this one have left there. */
const either = (given: object): Said => ({ shows: { answer: {} }, say: () => given });

/** What an administrator does to the platform's own account. */
const ofPlatform = (all: Record<string, Said>): Record<string, Granted> =>
  Object.fromEntries(
    Object.entries(all).map(([name, { shows, say }]) => [
      `app/admin/mpesa/actions.ts#${name}`,
      { shows, send: async (stage: Stage) => ({ cookie: stage.cast.cookies.admin, given: [await say(stage)] }) },
    ]),
  );

/** For every action: arguments that are believed, and what comes of them when it is not `ok`. */
export const calls: Record<string, Granted> = {
  "app/(auth)/actions.ts#askForReset": anybody(async ({ login }) => ({ identifier: (await login()).email })),
  "app/(auth)/actions.ts#giveResetCode": anybody((stage) =>
    stage.withResetCode("/api/auth/password-reset", (identifier) => ({ identifier })),
  ),
  "app/(auth)/actions.ts#giveSecondFactor": own(async (stage) => {
    const { cookie, sessionId, recovery } = await stage.withFactor();
    await stage.app.sql`update sessions set awaits_second_factor = true where id = ${sessionId}`;
    return { cookie, say: { code: recovery } };
  }),
  "app/(auth)/actions.ts#setNewPassword": anybody(async (stage) => ({
    token: await stage.resetToken(),
    password: newPassword,
  })),
  "app/(auth)/invite/[token]/actions.ts#joinWithNewLogin": anybody(async (stage) => ({
    token: await stage.invited(),
    name: "Chebet",
    password: newPassword,
  })),
  "app/(auth)/invite/[token]/actions.ts#join": own(async (stage) => ({
    cookie: (await stage.login()).cookie,
    say: { token: await stage.invited() },
  })),
  "app/(auth)/register/actions.ts#register": anybodysForm(leadsTo("/register/"), () => ({
    ...registration(applicant()),
    acceptTerms: "on",
    timeZone: "Africa/Nairobi",
  })),
  "app/(auth)/register/[token]/actions.ts#confirmAddress": {
    shows: leadsTo("/dashboard/"),
    send: async ({ registering }) => ({ given: [{}, formOf(await registering())] }),
  },
  "app/(auth)/register/[token]/actions.ts#sendAgain": {
    send: async ({ registering }) => ({ given: [(await registering()).registration] }),
  },
  // There is an admin already, so the link opens nothing.
  "app/(auth)/setup/actions.ts#setUp": anybodysForm(
    { answer: { problem: expect.stringContaining("already") } },
    () => ({
      token: "made-up",
      name: "Chebet",
      email: `${newId()}@admin.test`,
      password: newPassword,
    }),
  ),
  "app/b/[token]/actions.ts#cancel": {
    shows: leadsTo("/b/"),
    send: async (stage) => ({ given: [{}, formOf({ token: await stage.ticket(), from: "confirmed" })] }),
  },
  "app/b/[token]/actions.ts#move": {
    shows: leadsTo("/b/"),
    send: async (stage) => {
      const { startsAt, at, token } = await stage.ticketToMove();
      return { given: [{}, formOf({ token, from: startsAt, at })] };
    },
  },
  "app/b/[token]/actions.ts#arrive": {
    shows: leadsTo("/b/"),
    send: async (stage) => ({ given: [{}, formOf({ token: await stage.ticketOfNow() })] }),
  },
  "app/b/[token]/again/actions.ts#bookSame": {
    shows: leadsTo("/b/"),
    send: async (stage) => {
      const { at, token } = await stage.ticketToMove();
      return { given: [{}, formOf({ token, at: `${at} 150000` })] };
    },
  },
  "app/b/[token]/pay/actions.ts#askPhone": {
    shows: {
      answer: { problem: "This cannot be asked for on a phone. Pay by hand below, or call.", typed: "0711550010" },
    },
    send: async (stage) => ({ given: [{}, formOf({ token: await stage.unpaidTicket(), phone: "0711550010" })] }),
  },
  "app/b/[token]/pay/actions.ts#giveCode": {
    shows: leadsTo("/b/"),
    send: async (stage) => ({
      given: [{}, formOf({ token: await stage.unpaidTicket(), code: `S${newPhone().slice(-9)}` })],
    }),
  },
  "app/book/[slug]/here/actions.ts#comeIn": anybodysForm({ answer: { done: "sent" } }, ({ cast }) => ({
    slug: cast.a.slug,
    who: newPhone(),
  })),
  "app/b/[token]/actions.ts#confirmHold": {
    shows: leadsTo("/b/"),
    send: async (stage) => ({ given: [{}, formOf({ token: await stage.heldTicket() })] }),
  },
  "app/b/[token]/actions.ts#answerProposal": {
    shows: leadsTo("/b/"),
    send: async (stage) => ({ given: [{}, formOf(await stage.proposed())] }),
  },
  "app/book/[slug]/times/actions.ts#chooseTime": {
    shows: leadsTo("/details"),
    send: ({ cast }) => {
      const { serviceId, staffId, startsAt } = cast.houses.a.wishes.next().value;
      return { given: [formOf({ slug: cast.a.slug, service: serviceId, staff: staffId, at: startsAt })] };
    },
  },
  "app/book/[slug]/actions.ts#placeBooking": anybodysForm(leadsTo("/b/"), ({ cast }) => {
    const { serviceId, staffId, startsAt } = cast.houses.a.wishes.next().value;
    const who = { name: "Akinyi", phone: newPhone(), email: "", notes: "" };
    return { slug: cast.a.slug, service: serviceId, staff: staffId, startsAt, seen: 150_000, ...who };
  }),
  "app/portal/[slug]/actions.ts#enter": anybodysForm({ answer: { step: "code" } }, ({ cast }) => ({
    slug: cast.a.slug,
    step: "to",
    phone: newPhone(),
  })),
  "app/portal/[slug]/actions.ts#tellName": {
    shows: leadsTo("/portal/"),
    send: async ({ app, cast }) => ({
      cookie: await portalCookie(app, cast.a.slug),
      given: [{}, formOf({ slug: cast.a.slug, name: "Njeri" })],
    }),
  },
  "app/portal/[slug]/actions.ts#leave": {
    shows: leadsTo("/portal/"),
    send: async ({ app, cast }) => ({
      cookie: await portalCookie(app, cast.a.slug),
      given: [formOf({ slug: cast.a.slug })],
    }),
  },
  "app/portal/[slug]/wallet/actions.ts#takeReward": {
    shows: leadsTo("/wallet?taken=yes"),
    async send(stage) {
      const { cookie, rewardId } = await stage.withPoints();
      return { cookie, given: [{}, formOf({ slug: stage.cast.a.slug, id: rewardId, key: newId() })] };
    },
  },
  // Nothing is open of somebody else's booking.
  "app/portal/[slug]/actions.ts#payOwn": {
    shows: { answer: { problem: "Nothing is waited for any more." } },
    async send(stage) {
      const id = await stage.booking();
      return { cookie: await stage.customer(), given: [{}, formOf({ slug: stage.cast.a.slug, id })] };
    },
  },
  "app/portal/[slug]/children/actions.ts#addTheirs": ofCustomer(leadsTo("/children"), { name: "Wanjiru" }),
  "app/portal/[slug]/children/actions.ts#changeTheirs": ofGuardian("here", { answer: { saved: true } }, ({ id }) => ({
    id,
    name: "Wanja",
  })),
  "app/portal/[slug]/children/actions.ts#removeTheirs": ofGuardian("here", leadsTo("/children"), (child) => child),
  "app/portal/[slug]/children/actions.ts#putBackTheirs": ofGuardian("away", leadsTo("/children"), (child) => child),
  // Neither of them has been here, so there is nothing to repeat.
  "app/portal/[slug]/children/actions.ts#bookTheirs": ofGuardian(
    "here",
    { answer: { problem: expect.stringContaining("There is no booking") } },
    ({ id }) => ({ child: id, at: "2031-03-03T06:00:00.000Z 150000", terms: "", deposit: "0", key: newId() }),
  ),
  "app/portal/[slug]/you/actions.ts#changeName": ofCustomer({ answer: { saved: true } }, { name: "Wambui" }),
  "app/portal/[slug]/you/actions.ts#changeEmail": ofCustomer(
    { answer: { step: "code" } },
    { step: "to", email: "wambui@customer.test" },
  ),
  "app/portal/[slug]/you/actions.ts#changePhone": {
    shows: { answer: { step: "code" } },
    send: async ({ cast, customer }) => ({
      cookie: await customer(),
      given: [{}, formOf({ slug: cast.a.slug, step: "to", phone: newPhone() })],
    }),
  },
  "app/portal/[slug]/you/actions.ts#changeWishes": ofCustomer(
    { answer: { saved: true } },
    { language: "sw", byEmail: "on" },
  ),
  "app/portal/[slug]/you/actions.ts#changeAllowed": ofCustomer({ answer: { saved: true } }, { marketing: "on" }),
  "app/portal/[slug]/you/browser-actions.ts#tellMeHere": ofCustomer({ answer: { done: true } }, browser()),
  "app/portal/[slug]/you/browser-actions.ts#tellMeNoMore": ofCustomer(
    { answer: { done: true } },
    { endpoint: browser().endpoint },
  ),
  "app/book/_parts/language-actions.ts#chooseLanguage": {
    shows: { status: 200 },
    send: ({ cast }) => ({ given: [formOf({ slug: cast.a.slug, language: "sw" })] }),
  },
  "app/portal/[slug]/you/actions.ts#usePhoneHere": ofCustomer(leadsTo("/portal/"), {}),
  "app/portal/[slug]/you/actions.ts#endDevice": ofCustomer(leadsTo("/portal/"), { id: newId() }),
  "app/portal/[slug]/you/actions.ts#endOtherDevices": ofCustomer(leadsTo("/portal/"), {}),
  "app/_server/drop-code.ts#dropCode": { send: () => ({ given: ["reset"] }) },
  "app/dashboard/actions.ts#applyOnceMore": {
    shows: leadsTo("/dashboard/"),
    async send({ business }) {
      const { tenantId, owner } = await business("rejected");
      const facts = { businessName: "Pendo once more", city: "Kisumu", phone: "0712 345 678" };
      return { cookie: owner.cookie, given: [{}, formOf({ tenantId, ...facts })] };
    },
  },
  "app/profile/actions.ts#askContact": own(async ({ login }) => ({
    cookie: (await login()).cookie,
    say: { field: "email", destination: `${newId()}@new.test` },
  })),
  "app/profile/actions.ts#confirmContact": own(async (stage) => {
    const { cookie, contact } = await stage.changingEmail();
    return { cookie, say: contact };
  }),
  "app/profile/actions.ts#beginTotp": own(({ login }) => login()),
  "app/profile/actions.ts#confirmTotp": own(async (stage) => {
    const { cookie, code } = await stage.settingUp();
    return { cookie, say: { code } };
  }),
  "app/profile/actions.ts#endOtherSessions": own(({ login }) => login()),
  "app/profile/actions.ts#endSession": own(async ({ login, sessionOf }) => {
    const { id, cookie } = await login();
    return { cookie, say: { id: await sessionOf(id) } };
  }),
  "app/_server/give-proof.ts#giveProof": own(async ({ login }) => {
    const { cookie, password } = await login();
    return { cookie, say: { password } };
  }),
  "app/profile/actions.ts#leaveTotp": own((stage) => stage.settingUp()),
  "app/profile/actions.ts#removeContact": own(async ({ login }) => ({
    cookie: (await login()).cookie,
    say: { field: "phone" },
  })),
  "app/profile/actions.ts#renewCodes": own((stage) => stage.withFactor()),
  "app/profile/actions.ts#savePassword": own(async ({ login }) => {
    const { cookie, password } = await login();
    return { cookie, say: { old: password, fresh: newPassword } };
  }),
  "app/profile/actions.ts#saveProfile": own(async ({ login }) => ({
    cookie: (await login()).cookie,
    say: { name: "Wambui" },
  })),
  "app/profile/actions.ts#turnOffTotp": own((stage) => stage.withFactor()),
  "app/dashboard/[tenantId]/leave/actions.ts#leave": {
    send: async ({ cast, member }) => ({ cookie: (await member("staff")).cookie, given: [cast.a.tenantId, {}] }),
  },
  "app/dashboard/[tenantId]/bookings/actions.ts#change": inA(async (stage) => ({
    id: await stage.booking(),
    move: "cancel",
    from: "confirmed",
    reason: "Amina is ill",
  })),
  "app/dashboard/[tenantId]/bookings/actions.ts#move": inA((stage) => stage.toMove()),
  "app/dashboard/[tenantId]/bookings/actions.ts#resize": inA((stage) => stage.toResize()),
  "app/dashboard/[tenantId]/bookings/actions.ts#again": inA((stage) => stage.toBookAgain()),
  "app/dashboard/[tenantId]/bookings/actions.ts#takeBack": inA((stage) => stage.cancelled()),
  "app/dashboard/[tenantId]/visits/actions.ts#correct": inA((stage) => stage.visit()),
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#place": inA((stage) => stage.atTheDesk()),
  "app/dashboard/[tenantId]/till/actions.ts#sell": inA((stage) => stage.sold()),
  "app/dashboard/[tenantId]/till/actions.ts#sellOther": inA(async (stage) => ({
    saleId: await stage.openSale(),
    revision: 0,
    ...stage.sold(),
  })),
  "app/dashboard/[tenantId]/till/actions.ts#take": inA(async (stage) => ({
    saleId: await stage.openSale(),
    method: "cash",
    amountMinor: 50_000,
    key: newId(),
  })),
  // A is paid without keys: whoever may ask is told so.
  "app/dashboard/[tenantId]/till/actions.ts#askPhone": {
    ...inA(async (stage) => ({ saleId: await stage.openSale(), amountMinor: 10_000, phone: newPhone() })),
    shows: { answer: { ok: false, code: "no_prompts" } },
  },
  "app/dashboard/[tenantId]/till/actions.ts#takeCode": inA(async (stage) => ({
    saleId: await stage.openSale(),
    amountMinor: 10_000,
    code: `T${newId().replaceAll("-", "").slice(-9).toUpperCase()}`,
  })),
  "app/dashboard/[tenantId]/till/actions.ts#voidIt": inA(async (stage) => ({
    saleId: await stage.openSale(),
    reason: "Wrong one",
  })),
  "app/dashboard/[tenantId]/till/actions.ts#send": inA(async (stage) => ({
    saleId: await stage.openSale(),
    channel: "email",
    to: "atieno@example.test",
    key: newId(),
  })),
  "app/dashboard/[tenantId]/till/actions.ts#add": inA(() => ({ name: "Shea butter", priceMinor: 90_000 })),
  "app/dashboard/[tenantId]/till/actions.ts#change": inA(async (stage) => ({
    productId: await stage.product(),
    name: "Shea butter, large",
    priceMinor: 140_000,
  })),
  "app/dashboard/[tenantId]/till/actions.ts#taxPrices": inOwn({ vatPercent: 16 }),
  "app/dashboard/[tenantId]/till/money-actions.ts#askBack": inA((stage) => stage.toGiveBack()),
  "app/dashboard/[tenantId]/till/money-actions.ts#giveBack": inA((stage) => stage.toGiveBack()),
  "app/dashboard/[tenantId]/till/money-actions.ts#approve": inA(async (stage) => ({ refundId: await stage.refund() })),
  "app/dashboard/[tenantId]/till/money-actions.ts#decline": inA(async (stage) => ({ refundId: await stage.refund() })),
  "app/dashboard/[tenantId]/till/money-actions.ts#openTheDrawer": inOwn({ floatMinor: 200_000 }),
  "app/dashboard/[tenantId]/till/money-actions.ts#moveMoney": atDrawer({
    kind: "in",
    amountMinor: 5_000,
    reason: "Coins",
    key: "coins-for-change",
  }),
  "app/dashboard/[tenantId]/till/money-actions.ts#countTheDrawer": atDrawer({ countedMinor: 0, note: "" }),
  "app/dashboard/[tenantId]/till/money-actions.ts#closeTheDay": inOwn({
    day: "2026-01-05",
    counted: { cash: 0, mpesa: 0, card: 0, other: 0 },
    seen: { cash: 0, mpesa: 0, card: 0, other: 0 },
    note: "",
  }),
  "app/dashboard/[tenantId]/settings/plan/actions.ts#choose": inPlan({ planId: "professional", interval: "year" }),
  "app/dashboard/[tenantId]/settings/plan/actions.ts#pay": {
    ...inPlan({ phone: newPhone() }),
    shows: { answer: { ok: false, code: "nothing_due" } },
  },
  "app/dashboard/[tenantId]/settings/plan/actions.ts#setEnds": inPlan({ ends: true }),
  "app/dashboard/[tenantId]/settings/plan/actions.ts#askNobody": inPlan({ payerPhone: null }),
  [`${customers}#noteSaid`]: inA(async (stage) => ({
    ...{ customerId: (await stage.twins()).one, purpose: "photos", granted: true },
  })),
  [`${customers}#forgetCustomer`]: inA(async (stage) => ({
    ...{ customerId: (await stage.twins()).one, name: "Likely the same" },
  })),
  "app/dashboard/[tenantId]/settings/import/actions.ts#tryImport": inA(async (stage) => ({
    ...{ importId: await stage.listRead(), kind: "customers", mapping: { name: 0, phone: 1 } },
  })),
  "app/dashboard/[tenantId]/settings/import/actions.ts#readInList": inA(async (stage) => ({
    ...{ importId: await stage.listRead(), kind: "customers", mapping: { name: 0, phone: 1 } },
  })),
  "app/dashboard/[tenantId]/settings/import/actions.ts#takeBackList": inA(async (stage) => ({
    importId: await stage.listRead("done"),
  })),
  "app/dashboard/[tenantId]/settings/import/times/actions.ts#sayTimes": inA(async (stage) => {
    await stage.movedIn();
    return { answer: "right" };
  }),
  [`${customers}#makeOne`]: inA(async (stage) => {
    const { one, other } = await stage.twins();
    return { keptId: one, goneId: other, take: ["phone"] };
  }),
  [`${customers}#sayApart`]: inA(async (stage) => {
    const { one: oneId, other: otherId } = await stage.twins();
    return { oneId, otherId, apart: true };
  }),
  [`${customers}#makeTwo`]: inA(async (stage) => ({ mergeId: await stage.madeOne() })),
  "app/dashboard/[tenantId]/campaigns/actions.ts#keepCampaign": inA(() => ({
    ...{ name: "News", segment: "vip", channel: "sms", body: "Karibu", when: { kind: "draft" }, key: newId() },
  })),
  "app/dashboard/[tenantId]/campaigns/actions.ts#moveIt": inA(async (stage) => ({
    ...{ campaignId: await stage.campaign(), move: "cancel" },
  })),
  "app/dashboard/[tenantId]/campaigns/actions.ts#setAutomatic": inOwn({
    ...{ active: true, channel: "sms", body: "We miss you", afterPercent: 200, usualDays: 30 },
  }),
  "app/dashboard/[tenantId]/rewards/actions.ts#makeReward": inA(() => ({
    ...{ name: "Free tea", kind: "gift", pointsRequired: 5, key: newId() },
  })),
  "app/dashboard/[tenantId]/rewards/actions.ts#putReward": inA(async (stage) => ({
    ...{ rewardId: (await stage.withPoints()).rewardId, name: "Free coffee", kind: "gift", pointsRequired: 6 },
  })),
  "app/dashboard/[tenantId]/rewards/actions.ts#switchReward": inA(async (stage) => ({
    ...{ rewardId: (await stage.withPoints()).rewardId, active: false },
  })),
  "app/dashboard/[tenantId]/rewards/actions.ts#setEarning": inOwn({
    ...{
      active: true,
      minorPerPoint: 5_000,
      expiresAfterDays: 365,
      referralPoints: 20,
      birthdayRewardId: null,
      rates: [],
    },
  }),
  "app/dashboard/[tenantId]/rewards/actions.ts#giveCode": inA(async (stage) => {
    const { customerId, rewardId } = await stage.withPoints();
    return { customerId, rewardId, reason: "Waited long", key: newId() };
  }),
  "app/dashboard/[tenantId]/rewards/actions.ts#takeCodeBack": inA(async (stage) => ({
    ...{ voucherId: (await stage.withPoints()).voucherId, reason: "By mistake" },
  })),
  "app/dashboard/[tenantId]/rewards/actions.ts#givePoints": inA(async (stage) => ({
    ...{ customerId: (await stage.withPoints()).customerId, points: 5, reason: "Waited long", key: newId() },
  })),
  "app/dashboard/[tenantId]/settings/plan/actions.ts#sayOfPlatform": inOwn({ rating: 5, words: "Runs our day" }),
  "app/dashboard/[tenantId]/reviews/actions.ts#answerIt": inA(async (stage) => ({
    ...{ reviewId: (await stage.reviewed()).reviewId, answer: "Thank you" },
  })),
  "app/dashboard/[tenantId]/reviews/actions.ts#hideIt": inA(async (stage) => ({
    ...{ reviewId: (await stage.reviewed()).reviewId, reason: "Insults a colleague" },
  })),
  "app/dashboard/[tenantId]/reviews/actions.ts#showIt": inA(async (stage) => ({
    reviewId: (await stage.reviewed()).reviewId,
  })),
  "app/dashboard/[tenantId]/enquiries/actions.ts#becomeIt": inA(async (stage) => ({
    ...{ enquiryId: await stage.enquired(), become: "answered" },
  })),
  "app/admin/enquiries/actions.ts#becomeOurs": own(async (stage) => ({
    cookie: stage.cast.cookies.admin,
    say: { enquiryId: await stage.enquired(platformTenantId), become: "answered" },
  })),
  "app/admin/reviews/actions.ts#decideOnIt": own(async (stage) => ({
    cookie: stage.cast.cookies.admin,
    say: { tenantId: await stage.praising(), decision: "approved", seen: { rating: 5, words: "Runs our day" } },
  })),
  "app/v/[token]/actions.ts#sayHowItWas": {
    shows: { answer: { saved: true } },
    send: async (stage) => ({
      given: [{}, formOf({ token: (await stage.reviewed()).token, rating: "5", words: "Lovely", who: "house" })],
    }),
  },
  "app/portal/[slug]/reviews/actions.ts#sayOwn": {
    shows: { answer: { saved: true } },
    async send(stage) {
      const { cookie, visitId } = await stage.served();
      const fields = { slug: stage.cast.a.slug, visit: visitId, rating: "5", words: "Lovely", who: "house" };
      return { cookie, given: [{}, formOf(fields)] };
    },
  },
  "app/book/[slug]/contact/actions.ts#askHouse": anybodysForm({ answer: { sent: true } }, ({ cast }) => ({
    ...{ slug: cast.a.slug, name: "Achieng", phone: newPhone(), subject: "A wedding", words: "Six of us in May?" },
  })),
  "app/(site)/contact/actions.ts#askPlatform": anybodysForm({ answer: { sent: true } }, () => ({
    ...{ name: "Achieng", email: "a@asks.test", subject: "Prices", words: "What does it cost for two?" },
  })),
  "app/dashboard/[tenantId]/customers/actions.ts#addOne": inA(() => ({
    name: "Nekesa",
    phone: newPhone(),
    status: "vip",
  })),
  "app/dashboard/[tenantId]/customers/actions.ts#changeOne": inA(async (stage) => ({
    customerId: await stage.customerOf(),
    ...{ to: { location: "Karen", status: "vip" }, seen: { location: "", status: "active" } },
  })),
  "app/dashboard/[tenantId]/customers/actions.ts#putAway": inA(async (stage) => ({
    customerId: await stage.customerOf(),
  })),
  "app/dashboard/[tenantId]/customers/actions.ts#bringBack": inA(async (stage) => ({
    customerId: await stage.putAway(),
  })),
  "app/dashboard/[tenantId]/customers/actions.ts#writeNote": inA(async (stage) => ({
    ...{ customerId: await stage.customerOf(), body: "Likes tea" },
  })),
  "app/dashboard/[tenantId]/customers/actions.ts#strikeIt": inA((stage) => stage.noted()),
  "app/dashboard/[tenantId]/customers/actions.ts#newChild": inA(async (stage) => ({
    ...{ customerId: await stage.customerOf(), name: "Mary" },
  })),
  "app/dashboard/[tenantId]/customers/actions.ts#takeChild": inA(async (stage) => ({
    ...{ customerId: await stage.customerOf(), childId: await stage.customerOf() },
  })),
  "app/dashboard/[tenantId]/customers/actions.ts#letChildGo": inA((stage) => stage.family()),
  "app/dashboard/[tenantId]/customers/actions.ts#keepGroup": inA(() => ({
    ...{ name: newId().slice(-12), rule: { tag: "Bride" } },
  })),
  "app/dashboard/[tenantId]/customers/actions.ts#dropGroup": inA(async (stage) => ({
    segmentId: await stage.segment(),
  })),
  "app/dashboard/[tenantId]/bookings/handover-actions.ts#sayWhose": inA(async (stage) => ({
    ...{ bookingId: await stage.bookedAs("Mary"), choice: "dependant" },
  })),
  "app/dashboard/[tenantId]/bookings/handover-actions.ts#takeItBack": inA(async (stage) => ({
    bookingId: await stage.handedOver(),
  })),
  "app/dashboard/[tenantId]/expenses/actions.ts#addExpense": inA(() => ({
    ...{ category: "supplies", amountMinor: 5_000, description: "Foils", paidFrom: "elsewhere", key: newId() },
  })),
  "app/dashboard/[tenantId]/expenses/actions.ts#putExpense": inA(async (stage) => {
    const { expenseId } = await stage.spent();
    return { expenseId, category: "other", description: "Foils and tape", day: "2026-01-05" };
  }),
  "app/dashboard/[tenantId]/expenses/actions.ts#voidIt": inA(async (stage) => ({
    ...{ expenseId: (await stage.spent()).expenseId, reason: "Written twice" },
  })),
  "app/dashboard/[tenantId]/expenses/actions.ts#paidDue": inA(async (stage) => {
    const { recurringId, dueDay } = await stage.spent();
    return { recurringId, dueDay, amountMinor: 360_000, paidFrom: "elsewhere" };
  }),
  "app/dashboard/[tenantId]/expenses/actions.ts#notThisTime": inA(async (stage) => {
    const { recurringId, dueDay } = await stage.spent();
    return { recurringId, dueDay };
  }),
  "app/dashboard/[tenantId]/expenses/actions.ts#noMore": inA(async (stage) => ({
    recurringId: (await stage.spent()).recurringId,
  })),
  "app/dashboard/[tenantId]/stock/actions.ts#trackIt": atShelf(({ otherId }) => ({
    ...{ productId: otherId, unit: "ml", reorderLevel: 200 },
  })),
  "app/dashboard/[tenantId]/stock/actions.ts#receive": atShelf(({ productId }) => ({
    ...{ productId, units: 12, costMinor: 120_000, note: "Slip 7", key: newId() },
  })),
  "app/dashboard/[tenantId]/stock/actions.ts#adjust": atShelf(({ productId }) => ({
    ...{ productId, reason: "adjusted", change: 2, note: "Found behind the dryer", key: newId() },
  })),
  "app/dashboard/[tenantId]/stock/actions.ts#putRecipe": atShelf(({ serviceId, productId }) => ({
    ...{ serviceId, items: [{ productId, quantity: 1 }] },
  })),
  "app/dashboard/[tenantId]/stock/actions.ts#beginCount": inOwn({ start: true }),
  "app/dashboard/[tenantId]/stock/actions.ts#throwCountAway": atShelf(({ countId }) => ({ countId })),
  "app/dashboard/[tenantId]/stock/actions.ts#countIt": atShelf(({ countId, productId }) => ({
    ...{ countId, productId, counted: 3 },
  })),
  "app/dashboard/[tenantId]/stock/actions.ts#endCount": atShelf(({ countId }) => ({ countId, note: "Month end" })),
  "app/dashboard/[tenantId]/payroll/actions.ts#putRate": inA(() => ({ about: "products", kind: "percent", rate: 700 })),
  "app/dashboard/[tenantId]/payroll/actions.ts#payAhead": inA(({ cast }) => ({
    ...{ staffId: cast.a.staffId, amountMinor: 5_000, paidFrom: "elsewhere", note: "Fare", key: newId() },
  })),
  "app/dashboard/[tenantId]/payroll/actions.ts#takeBack": inA(async (stage) => ({ advanceId: await stage.advance() })),
  "app/dashboard/[tenantId]/payroll/actions.ts#settlePay": {
    async send(stage) {
      const { tenantId, cookie, toDay, seen } = await stage.withEarnings();
      return { cookie, given: [tenantId, { toDay, seen }] };
    },
  },
  "app/dashboard/[tenantId]/payroll/actions.ts#payOut": {
    async send(stage) {
      const { tenantId, cookie, staffId, periodId } = await stage.settled();
      return { cookie, given: [tenantId, { staffId, periodId, paidFrom: "elsewhere", reference: "Bank 7" }] };
    },
  },
  "app/book/[slug]/waitlist/actions.ts#joinFromPage": {
    shows: leadsTo("/w/"),
    async send({ app, business }) {
      const { tenantId, slug, serviceIds } = await business("active");
      // Nobody works there, so nothing is offered meanwhile.
      await app.sql`delete from staff_hours where tenant_id = ${tenantId}`;
      const when = { from: daysOn(5), to: daysOn(6), part: "any" };
      return { given: [{}, formOf({ slug, service: serviceIds[0]!, name: "Achieng", phone: newPhone(), ...when })] };
    },
  },
  "app/q/[token]/actions.ts#leaveQueue": {
    shows: leadsTo("/q/"),
    send: async (stage) => ({ given: [{}, formOf({ token: (await stage.queued()).ticketToken })] }),
  },
  "app/u/[token]/actions.ts#sayByLink": {
    shows: { answer: { said: "yes" } },
    send: async (stage) => ({ given: [{}, formOf({ token: await stage.wayOut(), said: "yes" })] }),
  },
  "app/w/[token]/actions.ts#stopWaiting": {
    shows: leadsTo("/w/"),
    send: async (stage) => ({ given: [{}, formOf({ token: (await stage.waiting()).waitToken })] }),
  },
  "app/dashboard/[tenantId]/queue/actions.ts#giveTicket": inA((stage) => stage.ticketOfQueue()),
  "app/dashboard/[tenantId]/queue/actions.ts#showTicket": inA(async (stage) => ({
    id: (await stage.queued()).ticketId,
  })),
  "app/dashboard/[tenantId]/queue/actions.ts#turn": inA(async (stage) => ({
    id: (await stage.queued()).ticketId,
    step: "call",
    from: "waiting",
  })),
  "app/dashboard/[tenantId]/queue/actions.ts#takeTurnBack": inA((stage) => stage.called()),
  "app/dashboard/[tenantId]/waitlist/actions.ts#join": inA((stage) => stage.toWait()),
  "app/dashboard/[tenantId]/waitlist/actions.ts#takeOff": inA(async (stage) => ({
    id: (await stage.waiting()).entryId,
  })),
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#walkIn": inA((stage) => stage.walkIn()),
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#extend": inA(async (stage) => ({
    id: await stage.held(),
    minutes: 60,
  })),
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#propose": inA(async (stage) => {
    const { id, from, startsAt } = await stage.toMove();
    return { id, from, times: [startsAt] };
  }),
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#waive": inA(async (stage) => ({
    id: await stage.owing(),
    reason: "She was ill",
  })),
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#takeDue": inA(async (stage) => ({
    bookingId: await stage.unpaid(),
    method: "cash",
  })),
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#takeDueCode": inA(async (stage) => ({
    bookingId: await stage.unpaid(),
    code: `Z${newId().slice(-9).toUpperCase()}`,
  })),
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#waiveDue": inA(async (stage) => ({
    id: await stage.unpaid(),
    reason: "Known for years",
  })),
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#sendLink": inA(async (stage) => ({ id: await stage.unpaid() })),
  "app/dashboard/[tenantId]/bookings/series-actions.ts#placeSeries": inA((stage) => stage.comingRound()),
  "app/dashboard/[tenantId]/bookings/series-actions.ts#cancelRest": inA(async (stage) => {
    const { id } = (await stage.series()).bookings[1]!;
    return { id, from: "confirmed", following: [id], reason: "She moves away" };
  }),
  "app/dashboard/[tenantId]/bookings/series-actions.ts#takeBackRest": inA((stage) => stage.cancelledRest()),
  "app/dashboard/[tenantId]/notifications/actions.ts#tellHere": inA(() => browser()),
  "app/dashboard/[tenantId]/notifications/actions.ts#tellHereNoMore": {
    shows: { answer: { ok: true, value: false } },
    ...inA(() => ({ endpoint: browser().endpoint })),
  },
  "app/dashboard/[tenantId]/notifications/actions.ts#markRead": inA(async (stage) => [await stage.notification()]),
  "app/dashboard/[tenantId]/members/actions.ts#change": inA(async ({ member }) => ({
    id: (await member("staff")).id,
    to: { role: "front_desk" },
  })),
  "app/dashboard/[tenantId]/members/actions.ts#invite": inA(() => ({
    destination: `${newId()}@invited.test`,
    role: "staff",
  })),
  "app/dashboard/[tenantId]/members/actions.ts#remove": inA(async ({ member }) => ({ id: (await member("staff")).id })),
  "app/dashboard/[tenantId]/members/actions.ts#requireFactor": inA(() => ({ required: false })),
  "app/dashboard/[tenantId]/members/actions.ts#sendAgain": inA(async (stage) => ({
    id: await stage.openInvitation(),
  })),
  "app/dashboard/[tenantId]/members/actions.ts#withdraw": inA(async (stage) => ({
    id: await stage.openInvitation(),
  })),
  "app/dashboard/[tenantId]/staff/actions.ts#addPerson": inA(() => ({ name: "Kerubo" })),
  "app/dashboard/[tenantId]/staff/actions.ts#changePerson": inA(async (stage) => ({
    id: await stage.person(),
    to: { title: "Barber" },
  })),
  "app/dashboard/[tenantId]/staff/actions.ts#setHours": inA(async (stage) => ({ id: await stage.person(), ...week })),
  "app/dashboard/[tenantId]/staff/actions.ts#makeCalendar": inA(async (stage) => ({ id: await stage.person() })),
  "app/dashboard/[tenantId]/staff/actions.ts#endCalendar": inA(async (stage) => ({ id: await stage.person() })),
  "app/dashboard/[tenantId]/staff/actions.ts#setBreaks": inA(async (stage) => ({
    id: await stage.person(),
    ...lunch,
  })),
  "app/dashboard/[tenantId]/staff/actions.ts#setPersonsDay": inA(async (stage) => ({
    id: await stage.person(),
    ...someDay,
    ...dayOff,
  })),
  "app/dashboard/[tenantId]/staff/actions.ts#clearPersonsDay": inA(async (stage) => ({
    id: await stage.person(),
    ...someDay,
  })),
  "app/dashboard/[tenantId]/staff/actions.ts#setServices": inA(async (stage) => ({
    id: await stage.person(),
    ...skills(stage),
  })),
  "app/dashboard/[tenantId]/gallery/actions.ts#changeIt": inA(async (stage) => ({
    id: await stage.picture(),
    to: { title: "Fade" },
  })),
  "app/dashboard/[tenantId]/gallery/actions.ts#arrange": {
    async send(stage) {
      const { tenantId, owner, ids } = await stage.twoPictures();
      return { cookie: owner.cookie, given: [tenantId, { ids }] };
    },
  },
  "app/dashboard/[tenantId]/gallery/actions.ts#takeOut": inA(async (stage) => ({ id: await stage.picture("away") })),
  "app/dashboard/[tenantId]/services/actions.ts#addToList": inA(() => shave),
  "app/dashboard/[tenantId]/services/actions.ts#arrange": {
    async send(stage) {
      const { tenantId, owner, ids } = await stage.twoServices();
      return { cookie: owner.cookie, given: [tenantId, { ids }] };
    },
  },
  "app/dashboard/[tenantId]/services/actions.ts#changeOnList": inA(async (stage) => ({
    id: await stage.service(),
    to: shave,
  })),
  "app/dashboard/[tenantId]/services/actions.ts#takeOffList": inA(async (stage) => ({ id: await stage.service() })),
  // Nothing is stuck under this number, and nobody is wronged by asking.
  "app/admin/work/actions.ts#tryAgain": {
    shows: { answer: { ok: true, value: false } },
    send: ({ cast }) => ({ cookie: cast.cookies.admin, given: [{ id: "999999999999" }] }),
  },
  "app/admin/work/actions.ts#tryAllAgain": {
    shows: { answer: { ok: true, value: 0 } },
    send: ({ cast }) => ({ cookie: cast.cookies.admin, given: [{ ids: ["999999999999"] }] }),
  },
  "app/admin/plans/actions.ts#keepPlan": {
    send: ({ cast }) => ({
      cookie: cast.cookies.admin,
      given: [{ ...aPlan, id: `p${newId().slice(-12)}`, isNew: true }],
    }),
  },
  "app/admin/subscriptions/actions.ts#seenDoubt": {
    async send({ cast, unasked }) {
      const receipt = await unasked(platformTenantId);
      return { cookie: cast.cookies.admin, given: [{ paymentId: null, doubt: null, receipt, note: "Sent in error" }] };
    },
  },
  "app/admin/subscriptions/actions.ts#helpBusiness": {
    async send({ cast, withPlan }) {
      const { tenantId } = await withPlan();
      return { cookie: cast.cookies.admin, given: [{ tenantId, help: { days: 3, note: "A kindness" } }] };
    },
  },
  "app/admin/tenants/[id]/actions.ts#decide": {
    shows: { answer: { problem: "", times: 1 } },
    async send({ cast, business }) {
      const { tenantId } = await business("pending");
      const form = formOf({ id: tenantId, decision: "approve", reason: "" });
      return { cookie: cast.cookies.admin, given: [idle, form] };
    },
  },
  ...ofPlatform({
    setPlatformNumber: ok(() => ({ kind: "paybill", number: String(100_000 + Math.floor(Math.random() * 800_000)) })),
    putPlatformKeys: either({ environment: "sandbox" }),
    takePlatformSimulator: ok(async ({ app }) => {
      // So that there is something to change each time.
      await app.sql`update mpesa_accounts set number = '10000' where tenant_id = ${platformTenantId}`;
      return { kind: "paybill" };
    }),
    dropPlatformKeys: ok(async ({ app }) => {
      // So that there is something to take away each time, and the row that is left is another one than the last.
      const number = String(100_000 + Math.floor(Math.random() * 800_000));
      await app.sql`insert into mpesa_accounts (tenant_id, kind, number, environment)
        values (${platformTenantId}, 'paybill', ${number}, 'sandbox')
        on conflict (tenant_id) do update set kind = 'paybill', number = ${number}, environment = 'sandbox'`;
      await app.sql`insert into tenant_secrets (tenant_id, name, sealed) values (${platformTenantId}, 'mpesa', 'x')
        on conflict do nothing`;
      return {};
    }),
    tryPlatformKeys: either({}),
    letTellPlatform: either({}),
  }),
  [`${money}#match`]: {
    shows: { answer: { ok: false, code: "unknown_receipt" } },
    ...inA(({ cast }) => ({ receipt: "ZZ99999999", bookingId: cast.a.bookingId })),
  },
  [`${money}#setAside`]: inA(async (stage) => ({
    receipt: await stage.unasked(),
    as: "not_ours",
    note: "A neighbour",
  })),
  [`${money}#markSeen`]: inA(async (stage) => ({
    paymentId: await stage.doubted(),
    doubt: "late",
    note: "Paid back in cash",
  })),
  [`${money}#deny`]: inA(async (stage) => ({ paymentId: await stage.byHand(), note: "No such message" })),
  [`${money}#explain`]: inA(async (stage) => ({ day: await stage.oddDay(), note: "The shop next door" })),
  [`${money}#askAgain`]: {
    shows: { answer: { ok: false, code: "no_keys" } },
    ...inA(async (stage) => ({ paymentId: await stage.doubted() })),
  },
  [`${money}#payBack`]: inA(async (stage) => ({ refundId: await stage.toPayBack(), method: "cash" })),
  [`${mpesa}#setNumber`]: inOwn({ kind: "till", number: "5151515", storeNumber: "" }),
  [`${mpesa}#putKeys`]: { shows: { answer: { ok: false, code: "no_number" } }, ...inOwn({ environment: "sandbox" }) },
  [`${mpesa}#takeSimulator`]: inOwn({ kind: "till" }),
  [`${mpesa}#dropKeys`]: inOwn({}),
  [`${mpesa}#tryKeys`]: { shows: { answer: { ok: false, code: "no_keys" } }, ...inOwn({}) },
  [`${mpesa}#letTell`]: { shows: { answer: { ok: false, code: "no_keys" } }, ...inOwn({}) },
  "app/dashboard/[tenantId]/settings/messages/actions.ts#setMessages": inOwn(writing),
  "app/dashboard/[tenantId]/settings/api-keys/actions.ts#makeKey": inOwn({
    name: "Website",
    scopes: ["bookings:read"],
    days: 30,
  }),
  "app/dashboard/[tenantId]/settings/api-keys/actions.ts#revokeKey": inA(async (stage) => ({
    keyId: (await stage.apiKey()).keyId,
  })),
  "app/dashboard/[tenantId]/settings/integrations/actions.ts#tryMessage": inOwn({
    channel: "email",
    to: "owner@example.com",
  }),
  "app/dashboard/[tenantId]/settings/integrations/actions.ts#tryCallback": {
    shows: { answer: { ok: true, value: { reached: expect.any(Boolean), words: expect.any(String) } } },
    ...inOwn({}),
  },
  "app/dashboard/[tenantId]/settings/actions.ts#changeHouse": inOwn({ address: "Kenyatta Avenue" }),
  "app/dashboard/[tenantId]/settings/actions.ts#say": inOwn({ step: "prices" }),
  "app/dashboard/[tenantId]/settings/actions.ts#fillHouse": {
    async send({ app, business }) {
      const { tenantId, owner } = await business("active");
      // Filled already: what follows from its sales would come a moment later, by a job.
      await app.sql`insert into customers (tenant_id, id, name, is_sample)
        values (${tenantId}, ${newId()}, 'Made up (sample)', true)`;
      return { cookie: owner.cookie, given: [tenantId, {}] };
    },
  },
  "app/dashboard/[tenantId]/settings/actions.ts#takeSamplesOut": inOwn({}),
  // Its name, as it is called nowhere: what follows from the right one is another spec's.
  "app/dashboard/[tenantId]/settings/data/actions.ts#closeHouse": {
    shows: { answer: { ok: false, code: "wrong_name" } },
    ...inOwn({ name: "Another one" }),
  },
  "app/dashboard/[tenantId]/settings/data/actions.ts#keepHouse": inOwn({}),
  "app/dashboard/[tenantId]/settings/data/actions.ts#cancelAll": inOwn({}),
  "app/dashboard/[tenantId]/settings/data/actions.ts#readyToTake": inOwn({}),
  "app/dashboard/[tenantId]/settings/actions.ts#setOpening": inOwn(week),
  "app/dashboard/[tenantId]/settings/actions.ts#setDay": inOwn({
    date: "2031-03-03",
    windows: [[540, 720]],
    reason: "Stocktaking",
  }),
  "app/dashboard/[tenantId]/settings/actions.ts#clearDay": inOwn({ date: "2031-03-03" }),
  "app/dashboard/[tenantId]/settings/actions.ts#setOneHoliday": inOwn({ date: "2031-12-12", open: false }),
  "app/dashboard/[tenantId]/settings/actions.ts#setAllHolidays": inOwn({ closed: true }),
  "app/dashboard/[tenantId]/settings/actions.ts#setRules": inOwn(ruleOfHouse),
  "app/dashboard/[tenantId]/settings/actions.ts#setTerms": inOwn({
    cancellation: { freeHours: 0, noShow: { kind: "percent", percent: 10 } },
  }),
  "app/dashboard/[tenantId]/settings/actions.ts#setNotice": inOwn({
    text: "We keep what we need to serve you, and nothing besides.",
  }),
  "app/dashboard/[tenantId]/settings/actions.ts#addToHouse": inA(basins),
  "app/dashboard/[tenantId]/settings/actions.ts#changeInHouse": inA(async (stage) => ({
    id: await stage.resource(),
    to: basins(stage),
  })),
  "app/dashboard/[tenantId]/time-off/actions.ts#ask": inA(async (stage) => ({
    ...aDayOff,
    staffId: await stage.person(),
  })),
  "app/dashboard/[tenantId]/time-off/actions.ts#enter": inA(async (stage) => ({
    ...aDayOff,
    staffId: await stage.person(),
  })),
  "app/dashboard/[tenantId]/time-off/actions.ts#decide": inA(async (stage) => ({
    id: await stage.timeOff(),
    to: { to: "declined", answer: "We are full" },
  })),
  "app/dashboard/[tenantId]/time-off/actions.ts#withdraw": inA(async (stage) => ({ id: await stage.timeOff() })),
  "app/dashboard/[tenantId]/my-day/actions.ts#block": inA(async (stage) => ({
    ...anHour,
    staffId: await stage.person(),
  })),
  "app/dashboard/[tenantId]/my-day/actions.ts#unblock": inA(async (stage) => ({ id: await stage.block() })),
  "app/dashboard/[tenantId]/bookings/customer-actions.ts#noteDown": inA(async (stage) => ({
    id: await stage.customerOf(),
    ...someNotes,
  })),
  "app/dashboard/[tenantId]/bookings/misplaced/actions.ts#propose": inA(async (stage) => ({
    ids: [await stage.booking()],
    prefer: "time",
  })),
  "app/dashboard/[tenantId]/bookings/misplaced/actions.ts#keep": inA(async (stage) => ({ id: await stage.asked() })),
  "app/dashboard/[tenantId]/bookings/misplaced/actions.ts#askCustomers": inA(async (stage) => ({
    ids: [await stage.booking()],
    reason: "We are closed",
  })),
};
