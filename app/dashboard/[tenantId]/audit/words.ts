import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import type { Role } from "@/db/schema/people";
import type { AuditEntry } from "@/lib/auth/list-audit";
import { roleWords } from "@/lib/members/rules";
import { formatCalendarDate, formatDate, formatDayTime, formatTime, type Language } from "@/lib/platform/format";

const deeds: Record<string, Phrase> = {
  "member.invited": phrase("Invited"),
  "invitation.revoked": phrase("Withdrew the invitation to"),
  "member.joined": phrase("Joined"),
  "member.changed": phrase("Changed"),
  "member.removed": phrase("Removed"),
  "member.left": phrase("Left"),
  "staff.added": phrase("Added to the staff list:"),
  "staff.changed": phrase("Changed"),
  "staff.hours_changed": phrase("Changed the hours of"),
  "staff.breaks_changed": phrase("Changed the breaks of"),
  "staff.day_changed": phrase("Changed a day of"),
  "staff.services_changed": phrase("Changed the services of"),
  "service.added": phrase("Added the service"),
  "service.changed": phrase("Changed the service"),
  "service.archived": phrase("Took off the price list:"),
  "services.arranged": phrase("Put the services in another order"),
  "picture.added": phrase("Added a picture to the gallery"),
  "picture.changed": phrase("Changed a picture of the gallery"),
  "picture.removed": phrase("Took a picture out of the gallery for good"),
  "pictures.arranged": phrase("Put the gallery in another order"),
  "logo.changed": phrase("Changed the logo"),
  "visit.corrected": phrase("Corrected the visit of"),
  "customer.erased": phrase("Erased a customer"),
  "customer.exported": phrase("Took out everything held of"),
  "customers.merged": phrase("Made one customer of two:"),
  "customers.parted": phrase("Made two customers again of"),
  "customers.distinguished": phrase("Said whether two customers are one:"),
  "customers.imported": phrase("Read in a list of customers"),
  "customers.import_undone": phrase("Took back a list of customers"),
  "services.imported": phrase("Read in a list of services"),
  "services.import_undone": phrase("Took back a list of services"),
  "staff.imported": phrase("Read in a list of staff"),
  "staff.import_undone": phrase("Took back a list of staff"),
  "bookings.imported": phrase("Read in a list of bookings"),
  "bookings.import_undone": phrase("Took back a list of bookings"),
  "staff.archived": phrase("Took out of the staff:"),
  "privacy.changed": phrase("Changed the privacy notice"),
  "tenant.changed": phrase("Changed a setting"),
  "tenant.archived": phrase("Saved everything of the business as one file"),
  "tenant.looked": phrase("Looked at what is kept here of customers"),
  "tenants.exported": phrase("Saved the list of businesses as a file"),
  "business.changed": phrase("Changed the business"),
  "business.closed": phrase("Closed the business"),
  "business.kept": phrase("Kept the business after all"),
  "samples.added": phrase("Filled the business with sample data"),
  "samples.removed": phrase("Removed the sample data"),
  "setup.changed": phrase("Went on with the first steps"),
  "hours.changed": phrase("Changed the opening hours"),
  "day.changed": phrase("Changed a day"),
  "holidays.changed": phrase("Changed the public holidays"),
  "messages.set": phrase("Changed how customers are written to"),
  "policy.changed": phrase("Changed the booking rules"),
  "resource.added": phrase("Added to the house:"),
  "resource.changed": phrase("Changed"),
  "calendar_feed.made": phrase("Made a calendar address for"),
  "calendar_feed.ended": phrase("Ended the calendar address of"),
  "timeoff.asked": phrase("Asked for time off for"),
  "timeoff.entered": phrase("Entered time off for"),
  "timeoff.approved": phrase("Approved time off for"),
  "timeoff.declined": phrase("Declined time off for"),
  "timeoff.withdrawn": phrase("Took back time off for"),
  "time.blocked": phrase("Blocked time of"),
  "time.unblocked": phrase("Freed the blocked time of"),
  "mpesa.number_set": phrase("Changed where the business is paid"),
  "mpesa.keys_set": phrase("Set the keys of M-Pesa"),
  "mpesa.keys_removed": phrase("Removed the keys of M-Pesa"),
  "mpesa.told": phrase("Had M-Pesa tell of every payment"),
  "payment.denied": phrase("Found never to have been paid"),
  "payment.looked": phrase("Looked at a doubtful payment"),
  "deposit.waived": phrase("Did without the deposit of"),
  "deposit.taken": phrase("Took the deposit of"),
  "fee.waived": phrase("Waived the fee of"),
  "fee.forgiven": phrase("Gave back the fee that was kept of"),
  "payment.code_retyped": phrase("Typed the code again of"),
  "receipt.matched": phrase("Said what an M-Pesa payment was for"),
  "receipt.dismissed": phrase("Set an M-Pesa payment aside"),
  "receipt.taken_up": phrase("Took up an M-Pesa payment again"),
  "day.compared": phrase("Explained a day that differs"),
  "statement.read": phrase("Read in an M-Pesa statement"),
  "refund.paid": phrase("Gave money back"),
  "booking.asked": phrase("Asked for another time:"),
  "booking.kept": phrase("Kept as booked:"),
  "rate.set": phrase("Set what is earned by"),
  "advance.given": phrase("Gave an advance to"),
  "advance.undone": phrase("Took back an advance of"),
  "payroll.closed": phrase("Settled the pay of a period"),
  "payslip.paid": phrase("Paid out"),
  "expense.paid": phrase("Wrote down an expense"),
  "expense.changed": phrase("Changed an expense"),
  "expense.voided": phrase("Made an expense void"),
  "recurring.skipped": phrase("Did not pay this time"),
  "campaign.drafted": phrase("Kept a draft of the campaign"),
  "campaign.scheduled": phrase("Set when the campaign is sent"),
  "campaign.cancelled": phrase("Cancelled the campaign"),
  "campaign.stopped": phrase("Stopped the campaign for a while"),
  "campaign.resumed": phrase("Let the campaign go on"),
  "miss_you.set": phrase("Changed the message to who stays away"),
  "reward.added": phrase("Added the reward"),
  "reward.changed": phrase("Changed the reward"),
  "rewards.set": phrase("Changed how points are earned"),
  "points.adjusted": phrase("Gave or took points of"),
  "voucher.given": phrase("Gave a voucher to"),
  "voucher.cancelled": phrase("Took back a voucher of"),
  "recurring.ended": phrase("Ended an expense that came again"),
  "subscription.tried": phrase("Began to try a plan"),
  "subscription.chosen": phrase("Chose a plan"),
  "subscription.ended": phrase("Did not renew the subscription"),
  "subscription.kept": phrase("Went on with the subscription"),
  "subscription.payer_removed": phrase("Had nobody’s phone asked for the subscription"),
  "subscription.extended": phrase("Was given days for nothing"),
  "invoice.settled": phrase("Wrote down that an invoice was paid otherwise"),
  "plan.added": phrase("Added a plan"),
  "plan.changed": phrase("Changed a plan"),
  "stock.tracked": phrase("Set how it is counted:"),
  "stock.adjusted": phrase("Put the stock right of"),
  "stock.count_discarded": phrase("Threw a count of the stock away"),
  "stock.counted": phrase("Finished a count of the stock"),
  "recipe.changed": phrase("Changed what is used by"),
  "review.changed": phrase("Changed the review of"),
  "review.answered": phrase("Answered the review of"),
  "review.hidden": phrase("Hid the review of"),
  "review.shown": phrase("Showed again the review of"),
  "enquiry.answered": phrase("Answered an enquiry"),
  "enquiry.deleted": phrase("Deleted an enquiry"),
  "enquiry.restored": phrase("Put back an enquiry"),
  "testimonial.written": phrase("Wrote what the business says of ClientPulse"),
  "testimonial.decided": phrase("Was decided about on the front page"),
  "api_key.made": phrase("Made the API key"),
  "api_key.revoked": phrase("Revoked the API key"),
  "booking.cancelled": phrase("Booking cancelled"),
  "booking.overbooked": phrase("Booking overbooked"),
  "day.closed": phrase("Day closed"),
  "drawer.changed": phrase("Drawer changed"),
  "drawer.closed": phrase("Drawer closed"),
  "drawer.opened": phrase("Drawer opened"),
  "house.moved_in": phrase("House moved in"),
  "house.times_answered": phrase("House times answered"),
  "sale.refunded": phrase("Sale refunded"),
  "sale.voided": phrase("Sale voided"),
  "till.changed": phrase("Till changed"),
  "tenant.applied": phrase("Tenant applied"),
  "tenant.decided": phrase("Tenant decided"),
  "work.retried": phrase("Work retried"),
  "audit.exported": phrase("Saved this log as a file"),
  "session.started": phrase("Signed in"),
  "session.confirmed": phrase("Gave the second factor"),
  "session.ended": phrase("Signed a device out"),
  "sessions.ended": phrase("Signed every other device out"),
  "portal.entered": phrase("Entered a portal with phone and code"),
  "profile.changed": phrase("Changed the profile"),
  "email.changed": phrase("Changed the e-mail address"),
  "phone.changed": phrase("Changed the phone"),
  "email.removed": phrase("Removed the e-mail address"),
  "phone.removed": phrase("Removed the phone"),
  "password.changed": phrase("Changed the password"),
  "second_factor.turned_on": phrase("Turned the second factor on"),
  "second_factor.turned_off": phrase("Turned the second factor off"),
  "recovery_code.used": phrase("Used a recovery code"),
  "recovery_codes.renewed": phrase("Made new recovery codes"),
  "admin.made": phrase("Became an administrator"),
  "customer.added": phrase("Added"),
  "customer.changed": phrase("Changed"),
  "customers.exported": phrase("Saved the customers as a file"),
  "segment.saved": phrase("Kept a group of customers"),
  "segment.dropped": phrase("Dropped a group of customers"),
  "booking.handed_over": phrase("Said whose it is:"),
  "booking.handed_back": phrase("Took back whose it is:"),
  "customer.linked": phrase("Entered with phone and code:"),
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const spaced = (name: string): string =>
  name
    .replaceAll(/[._]/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

/** What has words of its own in them; what has none is shown as it is named. */
const saidBy = (say: Say, words: Record<string, Phrase>, name: string): string =>
  Object.hasOwn(words, name) ? say(words[name]!) : sentence(spaced(name));

/** `member.changed` → `Changed` */
export const deedWords = (say: Say, action: string): string => saidBy(say, deeds, action);

/** Verbs that are said of many things. */
const alone: Record<string, Phrase> = {
  "member.invited": phrase("Member invited"),
  "member.joined": phrase("Member joined"),
  "member.changed": phrase("Member changed"),
  "member.removed": phrase("Member removed"),
  "member.left": phrase("Member left"),
  "staff.changed": phrase("Staff changed"),
  "resource.changed": phrase("Resource changed"),
  "customer.added": phrase("Customer added"),
  "customer.changed": phrase("Customer changed"),
};

/** For choosing from a list, where the verb alone says too little. */
export function deedChoice(say: Say, action: string): string {
  if (say.language === "en" || Object.hasOwn(alone, action)) return saidBy(say, alone, action);
  return deedWords(say, action).replace(/:$/, "");
}

const entities: Record<string, Phrase> = {
  user: phrase("Members"),
  invitation: phrase("Invitations"),
  tenant: phrase("The business"),
  customer: phrase("Customers"),
  session: phrase("Sign-ins"),
  staff: phrase("Staff"),
  service: phrase("Services"),
  picture: phrase("Gallery"),
  visit: phrase("Visits"),
  resource: phrase("Chairs and rooms"),
  product: phrase("Products"),
  booking: phrase("Booking"),
  payment: phrase("Payment"),
  expense: phrase("Expense"),
  review: phrase("Review"),
  campaign: phrase("Campaign"),
  reward: phrase("Reward"),
  voucher: phrase("Voucher"),
  enquiry: phrase("Enquiry"),
  invoice: phrase("Invoice"),
  plan: phrase("Plan"),
  subscription: phrase("Subscription"),
  segment: phrase("Segment"),
};

export const entityWords = (say: Say, entity: string): string => saidBy(say, entities, entity);

/** Who did it. People of the platform are not named to a business. */
export function whoWords(say: Say, { actor, who }: Pick<AuditEntry, "actor" | "who">): string {
  if (who) return actor === "api" ? say("Key {who}", { who }) : who;
  if (actor === "admin") return "ClientPulse";
  if (actor === "system") return say("Automatic");
  return actor === "customer" ? say("A customer") : say("Somebody online");
}

/** With the year when it is not this one: the log is kept for long. */
export function whenWords(at: string, now: string, timeZone: string, language: Language = "en"): string {
  const yearOf = (iso: string) => new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric" }).format(new Date(iso));
  const words = formatDayTime(at, timeZone, language);
  return yearOf(at) === yearOf(now) ? words : words.replace(",", ` ${yearOf(at)},`);
}

const nameOfIt = phrase("Name");
const fields: Record<string, Phrase> = {
  name: nameOfIt,
  staff: phrase("Serves as"),
  destination: phrase("Address"),
  secondFactorRequired: phrase("Everybody needs a second factor"),
  wishes: phrase("Messages"),
  commissionBp: phrase("Commission"),
  segments: phrase("Takes"),
  bufferBeforeMinutes: phrase("Minutes free before"),
  bufferAfterMinutes: phrase("Minutes free after"),
  active: phrase("Bookable"),
  seats: phrase("Customers at the same time"),
  together: phrase("They begin together"),
  lines: phrase("Services"),
  confirm: phrase("Confirmed"),
  noticeMinutes: phrase("Minutes before"),
  horizonDays: phrase("Days ahead"),
  stepMinutes: phrase("Minutes between times"),
  anyStaff: phrase("Who serves those who name nobody"),
  gapAware: phrase("Leaves no time too short to sell"),
  visitsPerDay: phrase("Visits a day"),
  closedOnHolidays: phrase("Closed on public holidays"),
  quantity: phrase("How many"),
  windows: phrase("When it can be booked"),
  isPublic: phrase("For everybody"),
  archived: phrase("Put away"),
  price: phrase("Price"),
  amount: phrase("Amount"),
  currency: phrase("Currency"),
  role: phrase("Role"),
  language: phrase("Language"),
  photo: phrase("Photo"),
  logo: phrase("Logo"),
  phone: phrase("Phone"),
  email: phrase("Email"),
  notes: phrase("Notes"),
  reason: phrase("Reason"),
  category: phrase("Category"),
  description: phrase("Description"),
  status: phrase("Status"),
  city: phrase("City"),
  address: phrase("Address"),
  points: phrase("Points"),
  date: phrase("Date"),
  percent: phrase("Percent"),
  code: phrase("Code"),
  text: phrase("Text"),
  title: phrase("Title"),
  customer: phrase("Customer"),
  service: phrase("Service"),
  startsAt: phrase("Starts at"),
};

/** Money is kept in hundredths and told in shillings. */
const isMoney = (field: string): boolean => field.endsWith("Minor");
const nameOf = (say: Say, field: string): string =>
  Object.hasOwn(fields, field) ? say(fields[field]!) : saidBy(say, fields, field.replace(/Minor$/, ""));

/** How a customer hears of their bookings. */
function wishesWords(say: Say, { bySms, byEmail }: { bySms?: unknown; byEmail?: unknown }): string {
  if (bySms) return byEmail ? say("SMS and e-mail") : "SMS";
  return byEmail ? say("e-mail") : say("none");
}

const kinds: Record<string, Phrase> = { work: phrase("work"), gap: phrase("gap") };

/** `work 40, gap 35, work 30` */
const partsWords = (say: Say, parts: unknown[]): string =>
  parts
    .map((part) =>
      Object.values(part as Record<string, unknown>)
        .map((value) => (Object.hasOwn(kinds, String(value)) ? say(kinds[String(value)]!) : value))
        .join(" "),
    )
    .join(", ");

/** `Braids by Amina for 2500` */
const linesWords = (say: Say, lines: { service: string; staff: string; priceMinor: number }[]): string =>
  lines
    .map(({ service, staff, priceMinor }) =>
      say("{service} by {staff} for {price}", { service, staff, price: priceMinor / 100 }),
    )
    .join(", ");

/** Values of these are words of ours. */
const ofOurs = new Set(["status", "was", "standing", "kind", "channel", "method", "origin", "became", "timeOff"]);

/** Instants by the clock of the business, days of the calendar as days; nothing else. */
function timeWords({ language }: Say, value: string, timeZone: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatCalendarDate(value, language);
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value) || Number.isNaN(Date.parse(value))) return null;
  return `${formatDate(value, timeZone, language)}, ${formatTime(value, timeZone)}`;
}

function valueWords(say: Say, field: string, value: unknown, timeZone: string): string {
  if (value === null || value === undefined || value === "") return say("nothing");
  if (typeof value === "boolean") return value ? say("yes") : say("no");
  if (field === "role" && typeof value === "string") return say.known(roleWords[value as Role] ?? value);
  if (field === "language" && value === "en") return say("English");
  if (field === "language" && value === "sw") return "Kiswahili";
  // What it showed is not kept: only that it was another one.
  if ((field === "photo" || field === "logo") && typeof value === "string")
    return say("picture {mark}", { mark: value.slice(0, 6) });
  if (field === "wishes" && typeof value === "object") return wishesWords(say, value);
  if (field === "commissionBp") return `${Number(value) / 100} %`;
  if (isMoney(field)) return String(Number(value) / 100);
  if (field === "lines" && Array.isArray(value)) return linesWords(say, value);
  if (field === "segments" && Array.isArray(value)) return partsWords(say, value);
  if (typeof value === "string")
    return timeWords(say, value, timeZone) ?? (ofOurs.has(field) ? say.known(value) : value);
  if (Array.isArray(value) && value.every((one) => typeof one !== "object"))
    return value.map((one) => valueWords(say, field, one, timeZone)).join(", ") || say("nothing");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

export type Change = { field: string; from: string | null; to: string | null };

/** Field by field, what is different; what there was nothing of before or after stands alone, and the name of the thing is not repeated. */
export function changesOf(
  say: Say,
  { before, after, about }: Pick<AuditEntry, "before" | "after" | "about">,
  timeZone: string,
): Change[] {
  const nothing = say("nothing");
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const said = (of: AuditEntry["before"], name: string) =>
    of && name in of ? valueWords(say, name, of[name], timeZone) : null;
  const changes = names.map((name) => ({
    field: nameOf(say, name),
    from: said(before, name),
    to: said(after, name),
  }));
  return changes.filter(({ from, to }) => {
    const only = from === null ? to : to === null ? from : null;
    return from !== to && (only === null || (only !== nothing && only !== about));
  });
}
