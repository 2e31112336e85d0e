import type { Role } from "@/db/schema/people";
import type { AuditEntry } from "@/lib/auth/list-audit";
import { roleWords } from "@/lib/members/rules";
import { formatDayTime } from "@/lib/platform/format";

const deeds: Record<string, string> = {
  "member.invited": "Invited",
  "invitation.revoked": "Withdrew the invitation to",
  "member.joined": "Joined",
  "member.changed": "Changed",
  "member.removed": "Removed",
  "member.left": "Left",
  "staff.added": "Added to the staff list:",
  "staff.changed": "Changed",
  "staff.hours_changed": "Changed the hours of",
  "staff.breaks_changed": "Changed the breaks of",
  "staff.day_changed": "Changed a day of",
  "staff.services_changed": "Changed the services of",
  "service.added": "Added the service",
  "service.changed": "Changed the service",
  "service.archived": "Took off the price list:",
  "services.arranged": "Put the services in another order",
  "picture.added": "Added a picture to the gallery",
  "picture.changed": "Changed a picture of the gallery",
  "picture.removed": "Took a picture out of the gallery for good",
  "pictures.arranged": "Put the gallery in another order",
  "logo.changed": "Changed the logo",
  "visit.corrected": "Corrected the visit of",
  "customer.erased": "Erased a customer",
  "customer.exported": "Took out everything held of",
  "customers.merged": "Made one customer of two:",
  "customers.parted": "Made two customers again of",
  "customers.distinguished": "Said whether two customers are one:",
  "customers.imported": "Read in a list of customers",
  "customers.import_undone": "Took back a list of customers",
  "services.imported": "Read in a list of services",
  "services.import_undone": "Took back a list of services",
  "staff.imported": "Read in a list of staff",
  "staff.import_undone": "Took back a list of staff",
  "bookings.imported": "Read in a list of bookings",
  "bookings.import_undone": "Took back a list of bookings",
  "staff.archived": "Took out of the staff:",
  "privacy.changed": "Changed the privacy notice",
  "tenant.changed": "Changed a setting",
  "tenant.archived": "Saved everything of the business as one file",
  "tenant.looked": "Looked at what is kept here of customers",
  "tenants.exported": "Saved the list of businesses as a file",
  "business.changed": "Changed the business",
  "business.closed": "Closed the business",
  "business.kept": "Kept the business after all",
  "samples.added": "Filled the business with sample data",
  "samples.removed": "Removed the sample data",
  "setup.changed": "Went on with the first steps",
  "hours.changed": "Changed the opening hours",
  "day.changed": "Changed a day",
  "holidays.changed": "Changed the public holidays",
  "messages.set": "Changed how customers are written to",
  "policy.changed": "Changed the booking rules",
  "resource.added": "Added to the house:",
  "resource.changed": "Changed",
  "calendar_feed.made": "Made a calendar address for",
  "calendar_feed.ended": "Ended the calendar address of",
  "timeoff.asked": "Asked for time off for",
  "timeoff.entered": "Entered time off for",
  "timeoff.approved": "Approved time off for",
  "timeoff.declined": "Declined time off for",
  "timeoff.withdrawn": "Took back time off for",
  "time.blocked": "Blocked time of",
  "time.unblocked": "Freed the blocked time of",
  "mpesa.number_set": "Changed where the business is paid",
  "mpesa.keys_set": "Set the keys of M-Pesa",
  "mpesa.keys_removed": "Removed the keys of M-Pesa",
  "mpesa.told": "Had M-Pesa tell of every payment",
  "payment.denied": "Found never to have been paid",
  "payment.looked": "Looked at a doubtful payment",
  "deposit.waived": "Did without the deposit of",
  "deposit.taken": "Took the deposit of",
  "fee.waived": "Waived the fee of",
  "fee.forgiven": "Gave back the fee that was kept of",
  "payment.code_retyped": "Typed the code again of",
  "receipt.matched": "Said what an M-Pesa payment was for",
  "receipt.dismissed": "Set an M-Pesa payment aside",
  "receipt.taken_up": "Took up an M-Pesa payment again",
  "day.compared": "Explained a day that differs",
  "statement.read": "Read in an M-Pesa statement",
  "refund.paid": "Gave money back",
  "booking.asked": "Asked for another time:",
  "booking.kept": "Kept as booked:",
  "rate.set": "Set what is earned by",
  "advance.given": "Gave an advance to",
  "advance.undone": "Took back an advance of",
  "payroll.closed": "Settled the pay of a period",
  "payslip.paid": "Paid out",
  "expense.paid": "Wrote down an expense",
  "expense.changed": "Changed an expense",
  "expense.voided": "Made an expense void",
  "recurring.skipped": "Did not pay this time",
  "campaign.drafted": "Kept a draft of the campaign",
  "campaign.scheduled": "Set when the campaign is sent",
  "campaign.cancelled": "Cancelled the campaign",
  "campaign.stopped": "Stopped the campaign for a while",
  "campaign.resumed": "Let the campaign go on",
  "miss_you.set": "Changed the message to who stays away",
  "reward.added": "Added the reward",
  "reward.changed": "Changed the reward",
  "rewards.set": "Changed how points are earned",
  "points.adjusted": "Gave or took points of",
  "voucher.given": "Gave a voucher to",
  "voucher.cancelled": "Took back a voucher of",
  "recurring.ended": "Ended an expense that came again",
  "subscription.tried": "Began to try a plan",
  "subscription.chosen": "Chose a plan",
  "subscription.ended": "Did not renew the subscription",
  "subscription.kept": "Went on with the subscription",
  "subscription.payer_removed": "Had nobody’s phone asked for the subscription",
  "subscription.extended": "Was given days for nothing",
  "invoice.settled": "Wrote down that an invoice was paid otherwise",
  "plan.added": "Added a plan",
  "plan.changed": "Changed a plan",
  "stock.tracked": "Set how it is counted:",
  "stock.adjusted": "Put the stock right of",
  "stock.count_discarded": "Threw a count of the stock away",
  "stock.counted": "Finished a count of the stock",
  "recipe.changed": "Changed what is used by",
  "review.changed": "Changed the review of",
  "review.answered": "Answered the review of",
  "review.hidden": "Hid the review of",
  "review.shown": "Showed again the review of",
  "enquiry.answered": "Answered an enquiry",
  "enquiry.deleted": "Deleted an enquiry",
  "enquiry.restored": "Put back an enquiry",
  "testimonial.written": "Wrote what the business says of ClientPulse",
  "testimonial.decided": "Was decided about on the front page",
  "api_key.made": "Made the API key",
  "api_key.revoked": "Revoked the API key",
  "audit.exported": "Saved this log as a file",
  "session.started": "Signed in",
  "session.confirmed": "Gave the second factor",
  "session.ended": "Signed a device out",
  "sessions.ended": "Signed every other device out",
  "portal.entered": "Entered a portal with phone and code",
  "profile.changed": "Changed the profile",
  "email.changed": "Changed the e-mail address",
  "phone.changed": "Changed the phone",
  "email.removed": "Removed the e-mail address",
  "phone.removed": "Removed the phone",
  "password.changed": "Changed the password",
  "second_factor.turned_on": "Turned the second factor on",
  "second_factor.turned_off": "Turned the second factor off",
  "recovery_code.used": "Used a recovery code",
  "recovery_codes.renewed": "Made new recovery codes",
  "admin.made": "Became an administrator",
  "customer.added": "Added",
  "customer.changed": "Changed",
  "customers.exported": "Saved the customers as a file",
  "segment.saved": "Kept a group of customers",
  "segment.dropped": "Dropped a group of customers",
  "booking.handed_over": "Said whose it is:",
  "booking.handed_back": "Took back whose it is:",
  "customer.linked": "Entered with phone and code:",
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const spaced = (name: string): string =>
  name
    .replaceAll(/[._]/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

/** `member.changed` → `Changed`; what has no words of its own is shown as it is named. */
export const deedWords = (action: string): string => deeds[action] ?? sentence(spaced(action));

/** For choosing from a list, where the verb alone says too little. */
export const deedChoice = (action: string): string => sentence(spaced(action));

export const entityWords = (entity: string): string =>
  ({
    user: "Members",
    invitation: "Invitations",
    tenant: "The business",
    customer: "Customers",
    session: "Sign-ins",
    staff: "Staff",
    service: "Services",
    picture: "Gallery",
    visit: "Visits",
    resource: "Chairs and rooms",
    product: "Products",
  })[entity] ?? sentence(spaced(entity));

/** Who did it. People of the platform are not named to a business. */
export function whoWords({ actor, who }: Pick<AuditEntry, "actor" | "who">): string {
  if (who) return actor === "api" ? `Key ${who}` : who;
  if (actor === "admin") return "ClientPulse";
  if (actor === "system") return "Automatic";
  return actor === "customer" ? "A customer" : "Somebody online";
}

/** With the year when it is not this one: the log is kept for long. */
export function whenWords(at: string, now: string, timeZone: string): string {
  const yearOf = (iso: string) => new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric" }).format(new Date(iso));
  const words = formatDayTime(at, timeZone);
  return yearOf(at) === yearOf(now) ? words : words.replace(",", ` ${yearOf(at)},`);
}

const fields: Record<string, string> = {
  staff: "Serves as",
  destination: "Address",
  secondFactorRequired: "Everybody needs a second factor",
  wishes: "Messages",
  commissionBp: "Commission",
  segments: "Takes",
  bufferBeforeMinutes: "Minutes free before",
  bufferAfterMinutes: "Minutes free after",
  active: "Bookable",
  seats: "Customers at the same time",
  together: "They begin together",
  lines: "Services",
  confirm: "Confirmed",
  noticeMinutes: "Minutes before",
  horizonDays: "Days ahead",
  stepMinutes: "Minutes between times",
  anyStaff: "Who serves those who name nobody",
  gapAware: "Leaves no time too short to sell",
  visitsPerDay: "Visits a day",
  closedOnHolidays: "Closed on public holidays",
  quantity: "How many",
  windows: "When it can be booked",
  isPublic: "For everybody",
  archived: "Put away",
};

/** Money is kept in hundredths and told in shillings. */
const isMoney = (field: string): boolean => field.endsWith("Minor");
const nameOf = (field: string): string => fields[field] ?? sentence(spaced(field.replace(/Minor$/, "")));

const languages: Record<string, string> = { en: "English", sw: "Kiswahili" };

/** How a customer hears of their bookings. */
const wishesWords = ({ bySms, byEmail }: { bySms?: unknown; byEmail?: unknown }): string =>
  [bySms ? "SMS" : "", byEmail ? "e-mail" : ""].filter(Boolean).join(" and ") || "none";

/** `work 40, gap 35, work 30` */
const partsWords = (parts: unknown[]): string =>
  parts.map((part) => Object.values(part as Record<string, unknown>).join(" ")).join(", ");

/** `Braids by Amina for 2500` */
const linesWords = (lines: { service: string; staff: string; priceMinor: number }[]): string =>
  lines.map(({ service, staff, priceMinor }) => `${service} by ${staff} for ${priceMinor / 100}`).join(", ");

function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (field === "role" && typeof value === "string") return roleWords[value as Role] ?? value;
  if (field === "language" && typeof value === "string") return languages[value] ?? value;
  // What it showed is not kept: only that it was another one.
  if ((field === "photo" || field === "logo") && typeof value === "string") return `picture ${value.slice(0, 6)}`;
  if (field === "wishes" && typeof value === "object") return wishesWords(value);
  if (field === "commissionBp") return `${Number(value) / 100} %`;
  if (isMoney(field)) return String(Number(value) / 100);
  if (field === "lines" && Array.isArray(value)) return linesWords(value);
  if (field === "segments" && Array.isArray(value)) return partsWords(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

export type Change = { field: string; from: string | null; to: string | null };

/** Field by field, what is different; what there was nothing of before or after stands alone, and the name of the thing is not repeated. */
export function changesOf({ before, after, about }: Pick<AuditEntry, "before" | "after" | "about">): Change[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const said = (of: AuditEntry["before"], name: string) => (of && name in of ? valueWords(name, of[name]) : null);
  const changes = names.map((name) => ({
    field: nameOf(name),
    from: said(before, name),
    to: said(after, name),
  }));
  return changes.filter(({ from, to }) => {
    const alone = from === null ? to : to === null ? from : null;
    return from !== to && (alone === null || (alone !== "nothing" && alone !== about));
  });
}
