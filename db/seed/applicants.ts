import type { TransactionSql } from "postgres";
import { addDays } from "@/lib/platform/calendar";
import { starterServices } from "@/lib/services/starter-services";
import { type DemoBusiness, policy } from "./businesses";
import { insertRows } from "./rows";
import { demoId } from "./stable";
import { clock } from "./wall-clock";

type Applied = { daysAgo: number; minute: number; email: string; owner: string; reason?: string };
export type Applicant = DemoBusiness & { applied: Applied };

/** As a registration leaves it: the price list of its kind, and its owner who does all of it. */
function applicant(
  facts: Pick<DemoBusiness, "slug" | "name" | "city" | "phone" | "status"> & {
    businessType: keyof typeof starterServices;
  },
  applied: Applied,
): Applicant {
  const services = starterServices[facts.businessType].map(({ name, category, segments, priceMinor }) => ({
    key: name,
    name,
    category,
    description: "",
    segments,
    price: priceMinor / 100,
  }));
  const workday = "9-18";
  return {
    ...facts,
    timeZone: "Africa/Nairobi",
    colour: "#0f766e",
    kind: "business",
    policy,
    services,
    staff: [
      {
        key: "owner",
        name: applied.owner,
        title: "Owner",
        colour: "#0f766e",
        week: ["", workday, workday, workday, workday, workday, workday],
        does: services.map(({ key }) => key),
      },
    ],
    applied,
  };
}

/** Was let in, has tried a plan, and has not paid for one in time. */
export const malaika = applicant(
  {
    slug: "malaika-spa",
    name: "Malaika Spa",
    businessType: "spa",
    city: "Kisumu",
    phone: "+254720661480",
    status: "active",
  },
  { daysAgo: 18, minute: 15 * 60 + 20, email: "owner@malaika.test", owner: "Adhiambo Ouma" },
);

/** Who waits for the platform's decision, one who was sent back, and one who was let in. */
export const applicants: Applicant[] = [
  malaika,
  applicant(
    {
      slug: "urembo-nails",
      name: "Urembo Nails & Beauty",
      businessType: "salon",
      city: "Nakuru",
      phone: "+254722814406",
      status: "pending",
    },
    { daysAgo: 1, minute: 16 * 60 + 10, email: "owner@urembo.test", owner: "Kamene Musyoka" },
  ),
  applicant(
    {
      slug: "kwetu-kinyozi",
      name: "Kwetu Kinyozi",
      businessType: "kinyozi",
      city: "Eldoret",
      phone: "+254710337219",
      status: "pending",
    },
    { daysAgo: 2, minute: 9 * 60 + 42, email: "owner@kwetu.test", owner: "Kiprono Cheruiyot" },
  ),
  applicant(
    {
      slug: "tumaini-clinic",
      name: "Tumaini Family Clinic",
      businessType: "clinic",
      city: "Thika",
      phone: "+254733905518",
      status: "rejected",
    },
    {
      daysAgo: 6,
      minute: 11 * 60 + 5,
      email: "owner@tumaini.test",
      owner: "Nyambura Githinji",
      reason: "The phone number belongs to another clinic. Please give the number of your own reception.",
    },
  ),
];

export const appliedAt = ({ applied, timeZone }: Applicant, today: string): Date =>
  clock(addDays(today, -applied.daysAgo), applied.minute, timeZone);

/** The day after, in the morning. */
export const decidedAt = ({ applied, timeZone }: Applicant, today: string): Date =>
  clock(addDays(today, 1 - applied.daysAgo), 9 * 60 + 20, timeZone);

/** What the platform's administration shows of how each came to stand where it does. */
export async function seedApplications(
  sql: TransactionSql,
  made: Applicant[],
  idOf: (one: Applicant) => string,
  today: string,
) {
  const entry = (one: Applicant, action: string, at: Date, user: string, after: object) => ({
    tenant_id: idOf(one),
    id: demoId(`audit/${one.slug}/${action}`),
    at,
    actor: { kind: action === "tenant.decided" ? "admin" : "member", userId: demoId(`user/${user}`) },
    user_id: demoId(`user/${user}`),
    action,
    entity: "tenant",
    entity_id: idOf(one),
    after: JSON.stringify(after),
    address: "",
    request_id: "",
  });
  const rows = made.flatMap((one) => {
    const { email, reason } = one.applied;
    const applied = entry(one, "tenant.applied", appliedAt(one, today), email, { name: one.name, status: "pending" });
    if (one.status === "pending") return [applied];
    const by = "admin@clientpulse.test";
    return [
      applied,
      entry(one, "tenant.decided", decidedAt(one, today), by, { status: one.status, reason: reason ?? "" }),
    ];
  });
  await insertRows(sql, "audit_entries", rows);
}
