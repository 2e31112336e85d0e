import type { Plan } from "@/lib/subscriptions/list-plans";

/** A plan as it is typed: shillings, and nothing where there is no limit. */
export type TypedPlan = {
  id: string;
  name: string;
  about: string;
  monthly: string;
  yearly: string;
  members: string;
  activeCustomers: string;
  messages: string;
  offered: boolean;
  tried: boolean;
};

const textOf = (limit: number | null) => (limit === null ? "" : String(limit));

export const typedOf = (plan: Plan | null): TypedPlan => ({
  id: plan?.id ?? "",
  name: plan?.name ?? "",
  about: plan?.about ?? "",
  monthly: plan ? String(plan.monthlyMinor / 100) : "",
  yearly: plan ? String(plan.yearlyMinor / 100) : "",
  members: textOf(plan?.members ?? null),
  activeCustomers: textOf(plan?.activeCustomers ?? null),
  messages: textOf(plan?.messages ?? null),
  offered: plan?.offered ?? true,
  tried: plan?.tried ?? false,
});

const numberOf = (text: string) => Number(text.replaceAll(/[\s,]/g, "") || Number.NaN);
const limitOf = (text: string) => (text.trim() === "" ? null : numberOf(text));
/** Half a cent is none of ours: the server says that it is in whole shillings. */
const minorOf = (text: string) => Math.round(numberOf(text) * 100);

export const planOf = ({ monthly, yearly, members, activeCustomers, messages, ...rest }: TypedPlan) => ({
  ...rest,
  monthlyMinor: minorOf(monthly),
  yearlyMinor: minorOf(yearly),
  members: limitOf(members),
  activeCustomers: limitOf(activeCustomers),
  messages: limitOf(messages),
});
