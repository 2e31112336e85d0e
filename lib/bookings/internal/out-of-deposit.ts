import type { Scope } from "@/lib/tenancy/scope";
import type { Candidates } from "./candidates";
import { depositAt, loadHistory } from "./customer-history";
import type { House } from "./house";
import type { Moving } from "./moving";

type Has = {
  customerId: string;
  startsAt: string;
  deposit: "due" | "paid" | "waived" | null;
  depositMinor: number | null;
};

/**
 * Whether a time asks for more beforehand than what a customer has there would: nobody gets round a deposit by booking
 * where none is asked for and moving from there. At the prices that were accepted; what was waived stays so.
 */
export async function depositJudge(
  scope: Scope,
  house: House,
  lines: Candidates,
  moving: Moving,
  { customerId, startsAt, deposit, depositMinor }: Has,
): Promise<(to: Date) => boolean> {
  if (deposit === "waived") return () => false;
  const history = await loadHistory(scope, house, lines, { customerId }, { source: "public" });
  const prices = moving.lines.map(({ priceMinor }) => priceMinor);
  const asks = (at: Date) => depositAt(house, lines, prices, { startsAt: at, history }) ?? 0;
  const had = Math.max(asks(new Date(startsAt)), depositMinor ?? 0);
  return (to) => asks(to) > had;
}
