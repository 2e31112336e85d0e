"use client";

import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useRef } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { Avatar } from "@/app/_components/ui/avatar";
import { Button } from "@/app/_components/ui/button";
import { cn } from "@/app/_components/ui/cn";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import type { PriceListItem } from "@/lib/services/list-price-list";
import { minuteWords } from "@/lib/services/rules";
import { openPanel } from "../members/panel-address";
import { photoAddress } from "./services-key";

type Props = {
  service: PriceListItem;
  manages: boolean;
  isFirst: boolean;
  isLast: boolean;
  isDragged: boolean;
  accepts: boolean;
  onMove(by: 1 | -1): void;
  onDrag(id: string | null): void;
  onDrop(): void;
};

/** One service: opens its panel, and is moved by its grip or by two buttons. */
export function ServiceRow(props: Props) {
  const say = useSay();
  const { service, manages, isFirst, isLast, isDragged, accepts, onMove, onDrag, onDrop } = props;
  const { id, name, description, durationMinutes, priceMinor, currency, active, staffNames, photo, seats } = service;
  const { tenant } = useShell();
  const row = useRef<HTMLLIElement>(null);
  const address = `?service=${id}`;
  const move = (by: 1 | -1, button: HTMLElement) => {
    onMove(by);
    // A row that is put elsewhere loses the focus on its way.
    requestAnimationFrame(() => button.focus());
  };
  return (
    <li
      ref={row}
      data-service={id}
      className={cn("flex items-center border-b transition-colors", isDragged && "bg-wash opacity-60")}
      onDragOver={(event) => accepts && event.preventDefault()}
      onDrop={onDrop}
    >
      {manages ? (
        <span
          draggable
          aria-hidden
          data-grip
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = "move";
            event.dataTransfer.setData("text/plain", name);
            if (row.current) event.dataTransfer.setDragImage(row.current, 0, 0);
            onDrag(id);
          }}
          onDragEnd={() => onDrag(null)}
          className="hidden cursor-grab self-stretch pl-2 text-quiet md:grid md:place-content-center xl:pl-4"
        >
          <GripVertical className="size-4" />
        </span>
      ) : null}
      <a
        href={address}
        onClick={(event) => openPanel(event, address)}
        className={cn(
          "grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 py-(--row) pl-4 transition-colors hover:bg-wash focus-visible:-outline-offset-2 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_6rem_7rem] md:pr-4 md:pl-2",
          manages ? "pr-2" : "pr-4 md:pl-6 xl:pl-8",
        )}
      >
        <span className="flex min-w-0 items-center gap-3">
          {photo ? (
            <Avatar
              name={name}
              photo={`${photoAddress(tenant.id, id)}?v=${photo}`}
              className="hidden rounded-control md:block"
            />
          ) : null}
          <span className="grid min-w-0">
            <span className="truncate font-medium">
              {name}
              {active ? null : <span className="font-normal text-quiet max-md:hidden"> {say("(not on offer)")}</span>}
            </span>
            <span className="hidden truncate text-quiet md:block">{description}</span>
          </span>
        </span>
        <span className="hidden truncate text-quiet md:block">
          {staffNames.length > 0 ? staffNames.join(", ") : say("Nobody does it yet")}
        </span>
        <span className="order-last col-span-2 text-quiet md:order-none md:col-span-1">
          {minuteWords(durationMinutes, say.language)}
          {seats > 1 ? ` ${say("· class of {seats}", { seats })}` : null}
          {active ? null : <span className="md:hidden"> {say("· not on offer")}</span>}
          {staffNames.length === 0 ? <span className="md:hidden"> {say("· nobody does it yet")}</span> : null}
        </span>
        <span className="text-right tabular-nums">{formatMoney(priceMinor, currency)}</span>
      </a>
      {manages ? (
        <span className="flex shrink-0 pr-2 md:pr-4 xl:pr-6">
          <Button
            kind="bare"
            size="icon"
            aria-label={say("Move {name} up", { name })}
            aria-disabled={isFirst}
            onClick={(event) => isFirst || move(-1, event.currentTarget)}
          >
            <ArrowUp aria-hidden />
          </Button>
          <Button
            kind="bare"
            size="icon"
            aria-label={say("Move {name} down", { name })}
            aria-disabled={isLast}
            onClick={(event) => isLast || move(1, event.currentTarget)}
          >
            <ArrowDown aria-hidden />
          </Button>
        </span>
      ) : null}
    </li>
  );
}
