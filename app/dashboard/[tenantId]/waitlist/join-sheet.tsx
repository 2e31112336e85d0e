"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/select-field";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import type { FoundCustomer } from "@/lib/customers/find-customers";
import { mostWindows } from "@/lib/waitlist/rules";
import { CustomerField } from "../bookings/customer-field";
import type { DeskService } from "../bookings/desk-choices";
import { localDay } from "../bookings/local-day";
import { closePanel } from "../members/panel-address";
import { join } from "./actions";
import { type Typed, typedFrom, WindowField, windowOf } from "./window-field";

/** Somebody on the phone waits for a time to come free. */
export function JoinSheet({ services }: { services: readonly DeskService[] }) {
  const say = useSay();
  return (
    <Sheet
      open={useSearchParams().get("add") === "waiting"}
      onClose={closePanel}
      title={say("Add to the waitlist")}
      about={say("They are asked when a time comes free that suits them.")}
    >
      <JoinForm services={services} />
    </Sheet>
  );
}

function JoinForm({ services }: { services: readonly DeskService[] }) {
  const say = useSay();
  const { tenant } = useShell();
  const today = localDay(useNow(), tenant.timeZone);
  const act = useAct("waitlist");
  const [service, setService] = useState(services[0]?.id ?? "");
  const [customer, setCustomer] = useState<FoundCustomer | null>(null);
  const [windows, setWindows] = useState<Typed[]>(() => [typedFrom(today)]);
  const [formKey] = useState(() => crypto.randomUUID());
  const offers = services.find(({ id }) => id === service)?.offers ?? [];
  const { busy, problem, onSubmit, errorOf } = useSend(
    async ({ staff, name, phone }) =>
      act((tenantId) =>
        join(tenantId, {
          serviceId: service,
          ...(staff ? { staffId: staff } : {}),
          customer: customer ? { customerId: customer.id } : { name, phone },
          windows: windows.map(windowOf),
          key: formKey,
        }),
      ),
    () => {
      toast(say("On the waitlist"));
      closePanel();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="service"
          label={say("Service")}
          value={service}
          onChange={(event) => setService(event.target.value)}
          choices={services.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf("serviceId", say("Service"))}
        />
        <SelectField
          key={service}
          name="staff"
          label={say("With")}
          choices={[{ value: "", label: say("Anyone") }, ...offers.map(({ id, name }) => ({ value: id, label: name }))]}
          error={errorOf("staffId", say("Person"))}
        />
      </div>
      {windows.map((window, at) => (
        <WindowField
          // biome-ignore lint/suspicious/noArrayIndexKey: its place is what it is known by
          key={at}
          at={at}
          window={window}
          today={today}
          onChange={(to) => setWindows(windows.with(at, to))}
          onRemove={windows.length > 1 ? () => setWindows(windows.toSpliced(at, 1)) : null}
          errorOf={errorOf}
        />
      ))}
      {windows.length < mostWindows ? (
        <Button
          kind="bare"
          className="-ml-3 justify-self-start"
          onClick={() => setWindows([...windows, typedFrom(windows.at(-1)!.to || today)])}
        >
          {say("Other days as well")}
        </Button>
      ) : null}
      <CustomerField chosen={customer} onChoose={setCustomer} errorOf={errorOf} />
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" kind="primary" size="large" disabled={busy}>
        {busy ? say("Adding") : say("Add to the list")}
      </Button>
    </form>
  );
}
