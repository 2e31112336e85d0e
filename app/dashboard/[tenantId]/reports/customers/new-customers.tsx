import { Bars } from "@/app/_components/charts/bars";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { CustomersAnswer } from "@/lib/analytics/report-answers";
import { monthOf } from "@/lib/analytics/rules";
import { formatDay } from "@/lib/platform/format";
import { dayAfter } from "../../bookings/local-day";
import { monthWords } from "../../expenses/expense-keys";
import { customerRowsAt } from "../insight-addresses";
import { TrendChart } from "../trend-chart";

/** Every day or month that has begun: an axis that leaves out those without anybody draws other days beside one another. */
function everyStep({ newcomers, by, period: { from, to, today } }: CustomersAnswer): CustomersAnswer["newcomers"] {
  const found = new Map(newcomers.map((one) => [one.from, one.people]));
  const steps: CustomersAnswer["newcomers"] = [];
  const next = (step: string) => (by === "day" ? dayAfter(step, 1) : monthOf(step, 1).from);
  for (let step = from; step <= earlier(to, today); step = next(step))
    steps.push({ from: step, people: found.get(step) ?? 0 });
  return steps;
}

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Who came into the books: in these days, and in six months by what they are now. */
export function NewCustomers({ answer }: { answer: CustomersAnswer }) {
  const { by, growth, period } = answer;
  const say = useSay();
  const steps = everyStep(answer);
  const [title, newWord] = [say("New customers"), say("New")];
  const growthTitle = say("New customers in six months, by what they are now");
  const { tenant } = useShell();
  const last = (from: string) => (by === "day" ? from : earlier(monthOf(from).to, period.to));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 xl:grid-cols-2">
      <section className="grid grid-cols-[minmax(0,1fr)] content-start gap-3" aria-labelledby="new-customers">
        <h2 id="new-customers" className="font-semibold">
          {by === "day" ? say("New in the books, day by day") : say("New in the books, month by month")}
        </h2>
        {answer.newcomers.length === 0 ? (
          <p className="text-quiet">{say("Nobody in these days.")}</p>
        ) : (
          <TrendChart
            name={title}
            of={by === "day" ? say("Day") : say("Month")}
            labels={steps.map(({ from }) =>
              by === "day" ? formatDay(`${from}T12:00:00Z`, "UTC", say.language) : monthWords(say, from.slice(0, 7)),
            )}
            series={[{ name: newWord, values: steps.map((one) => one.people) }]}
            words={(people) => say("{people, plural, one {1 person} other {{people} people}}", { people })}
            hrefs={steps.map(({ from, people }) =>
              people === 0 ? null : customerRowsAt(tenant.id, { from, to: last(from) }, "new"),
            )}
          />
        )}
      </section>
      <section className="grid grid-cols-[minmax(0,1fr)] content-start gap-3" aria-labelledby="growth">
        <h2 id="growth" className="font-semibold">
          {say("Six months")}
        </h2>
        <Bars
          name={growthTitle}
          of={{ row: say("Month"), value: newWord }}
          bars={growth.map((one) => ({
            key: one.month,
            label: monthWords(say, one.month),
            value: one.total,
            words: growthWords(say, one),
            href:
              one.total === 0
                ? null
                : customerRowsAt(
                    tenant.id,
                    { from: monthOf(`${one.month}-01`).from, to: earlier(monthOf(`${one.month}-01`).to, period.to) },
                    "new",
                  ),
          }))}
        />
      </section>
    </div>
  );
}

/** `12: 10 active, 2 VIP` */
function growthWords(say: Say, { total, active, inactive, vip, blocked }: CustomersAnswer["growth"][number]): string {
  const parts = [
    active > 0 && say("{active} active", { active }),
    inactive > 0 && say("{inactive} inactive", { inactive }),
    vip > 0 && say("{vip} VIP", { vip }),
    blocked > 0 && say("{blocked} blocked", { blocked }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? String(total) : `${total}: ${parts.join(", ")}`;
}
