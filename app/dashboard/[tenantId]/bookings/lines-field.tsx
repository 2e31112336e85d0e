"use client";

import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import { mostServices } from "@/lib/bookings/rules";
import { formatMoney } from "@/lib/platform/format";
import { minuteWords } from "@/lib/services/rules";
import { type DeskService, lineOf, measureOf, type WantedLine } from "./desk-choices";

type Props = { lines: readonly WantedLine[]; services: readonly DeskService[]; onChange(lines: WantedLine[]): void };

/** The services of one visit, in order, each with whoever is to do it and what is added. */
export function LinesField({ lines, services, onChange }: Props) {
  const say = useSay();
  const isOne = lines.length === 1;
  return (
    <div className="grid gap-5">
      {lines.map((line, at) => (
        <LineField
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the visit is what a line is known by
          key={at}
          at={at}
          many={lines.length}
          line={line}
          services={services}
          onChange={(to) => onChange(lines.with(at, to))}
          onRemove={isOne ? null : () => onChange(lines.toSpliced(at, 1))}
        />
      ))}
      {lines.length < mostServices ? (
        <Button
          kind="bare"
          className="-ml-3 justify-self-start"
          onClick={() => onChange([...lines, lineOf(services[0])])}
        >
          {say("Add a service to this visit")}
        </Button>
      ) : null}
    </div>
  );
}

type LineProps = {
  at: number;
  many: number;
  line: WantedLine;
  services: readonly DeskService[];
  onChange(line: WantedLine): void;
  onRemove: (() => void) | null;
};

function LineField({ at, many, line, services, onChange, onRemove }: LineProps) {
  const say = useSay();
  const service = services.find(({ id }) => id === line.service);
  const { minutes, leastMinor, mostMinor } = measureOf(service, line);
  const money = (minor: number) => (service ? formatMoney(minor, service.currency) : "");
  const offers = service?.offers ?? [];
  const differ = new Set(offers.map(({ priceMinor }) => priceMinor)).size > 1;
  // Whoever does not do the other service is not asked for it; its extras are its own.
  const choose = (id: string) => {
    const next = services.find((one) => one.id === id);
    const staff = next?.offers.some((offer) => offer.id === line.staff) ? line.staff : "any";
    onChange({ service: id, staff, addons: [] });
  };
  const toggle = (id: string) =>
    onChange({
      ...line,
      addons: line.addons.includes(id) ? line.addons.filter((other) => other !== id) : [...line.addons, id],
    });
  return (
    <fieldset className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
      {many === 1 ? null : (
        <legend className="sr-only">{say("Service {place} of {many}", { place: at + 1, many })}</legend>
      )}
      <SelectField
        name={`service-${at}`}
        label={at === 0 ? say("Service") : say("Then")}
        value={line.service}
        onChange={(event) => choose(event.target.value)}
        choices={services.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name={`staff-${at}`}
        label={say("With")}
        value={line.staff}
        onChange={(event) => onChange({ ...line, staff: event.target.value })}
        choices={[
          { value: "any", label: say("Whoever is free") },
          ...offers.map(({ id, name, priceMinor }) => ({
            value: id,
            label: differ ? `${name} · ${money(priceMinor)}` : name,
          })),
        ]}
      />
      <p className="text-quiet tabular-nums sm:col-span-2">
        {minuteWords(minutes, say.language)} ·{" "}
        {leastMinor === mostMinor ? money(leastMinor) : say("from {price}", { price: money(leastMinor) })}
      </p>
      {service && service.addons.length > 0 ? (
        <div className="flex flex-wrap gap-x-5 sm:col-span-2">
          {service.addons.map((addon) => (
            <label key={addon.id} className="flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                checked={line.addons.includes(addon.id)}
                onChange={() => toggle(addon.id)}
                className="size-4 accent-accent"
              />
              <span>
                {addon.name}{" "}
                <span className="text-quiet tabular-nums">
                  {addon.minutes > 0 ? `${minuteWords(addon.minutes, say.language)} · ` : ""}
                  {addon.priceMinor > 0 ? money(addon.priceMinor) : say("free")}
                </span>
              </span>
            </label>
          ))}
        </div>
      ) : null}
      {onRemove ? (
        <Button
          kind="bare"
          className="-ml-3 justify-self-start"
          onClick={onRemove}
          aria-label={say("Remove service {place}", { place: at + 1 })}
        >
          {say("Remove")}
        </Button>
      ) : null}
    </fieldset>
  );
}
