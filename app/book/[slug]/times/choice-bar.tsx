import { languageHere } from "@/app/_server/language";
import type { OpenSlot } from "@/lib/bookings/list-open-slots";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { Bar, barButton } from "../../_parts/bar";
import { bookWords } from "../words";
import { slotKey } from "./slot-key";

type Props = {
  slots: OpenSlot[];
  timeZone: string;
  /** What it costs before a time is chosen. */
  price: string;
  currency: string;
  who: string | undefined;
};

/**
 * The bar names the time whose radio button is on, and what it costs then. Every time's words are there, and one rule each
 * shows them: no script is needed to keep the two together.
 */
export async function ChoiceBar({ slots, timeZone, price, currency, who }: Props) {
  const language = await languageHere();
  const said = bookWords[language];
  const rules = slots.map(({ startsAt }) => {
    const key = slotKey(startsAt);
    return `form:has(#time-${key}:checked) .for-${key}{display:inline}`;
  });
  const each = (words: (slot: OpenSlot) => string) =>
    slots.map((slot) => (
      <span key={slot.startsAt} className={`hidden for-${slotKey(slot.startsAt)}`}>
        {words(slot)}
      </span>
    ));
  const onePrice = new Set(slots.map(({ totalMinor }) => totalMinor)).size < 2;
  return (
    <Bar>
      <style>{`form:has([name=at]:checked) .for-none{display:none}${rules.join("")}`}</style>
      <span className="min-w-0">
        <span className="block font-medium sm:truncate" aria-live="polite">
          <span className="for-none">{said.chooseTime}</span>
          {each(({ startsAt }) => formatDayTime(startsAt, timeZone, language))}
        </span>
        <span className="block truncate text-quiet tabular-nums">
          {onePrice ? (
            price
          ) : (
            <>
              <span className="for-none">{price}</span>
              {each(({ totalMinor }) => formatMoney(totalMinor, currency))}
            </>
          )}
          {who ? ` · ${who}` : ""}
        </span>
      </span>
      <button type="submit" className={barButton}>
        {said.goOn}
      </button>
    </Bar>
  );
}
