import type { RewardKind } from "@/db/schema/rewards";
import { shareOut } from "@/lib/platform/share-out";

type Worth = { kind: RewardKind; percent: number | null; amountMinor: number | null; serviceIds: readonly string[] };
type Line = { serviceId: string | null; quantity: number; unitMinor: number };

/**
 * What a voucher takes off each line, never more than it costs; null when nothing that it is for is sold. A discount is
 * for services, cashback for all that is sold, and a free service is one of the dearest that it is for.
 */
export function voucherOff({ kind, percent, amountMinor, serviceIds }: Worth, lines: readonly Line[]): number[] | null {
  const none = lines.map(() => 0);
  if (kind === "gift") return none;
  const isFor = ({ serviceId }: Line) =>
    kind === "cashback" ? true : serviceId !== null && (serviceIds.length === 0 || serviceIds.includes(serviceId));
  const totals = lines.map((line) => (isFor(line) ? line.quantity * line.unitMinor : 0));
  const sum = totals.reduce((all, total) => all + total, 0);
  if (!lines.some(isFor)) return null;
  if (kind === "free_service") {
    const dearest = Math.max(...lines.filter(isFor).map(({ unitMinor }) => unitMinor));
    const at = lines.findIndex((line) => isFor(line) && line.unitMinor === dearest);
    return none.map((_, nth) => (nth === at ? dearest : 0));
  }
  const much = percent === null ? (amountMinor ?? 0) : Math.floor((sum * percent + 50) / 100);
  return shareOut(Math.min(much, sum), totals);
}
