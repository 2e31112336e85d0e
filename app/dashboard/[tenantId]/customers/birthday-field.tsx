import { useId } from "react";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { months } from "../calendar-words";

const pad = (n: number) => String(n).padStart(2, "0");

/** `05-01` → `1 May` */
export const birthdayWords = (say: Say, birthday: string): string =>
  `${Number(birthday.slice(3))} ${say(months[Number(birthday.slice(0, 2)) - 1]!)}`;

const control =
  "h-11 min-w-0 rounded-control border border-edge bg-surface px-2 text-md text-ink aria-invalid:border-danger";

/** Day and month: a wish for the day needs no year. */
export function BirthdayField({ value, error }: { value: string | null; error?: string | undefined }) {
  const say = useSay();
  const id = useId();
  const wrong = error ? { "aria-invalid": true, "aria-describedby": id } : {};
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{say("Birthday")}</legend>
      <div className="grid grid-cols-[5rem_minmax(0,1fr)] gap-2">
        <select
          name="birthDay"
          aria-label={say("Day")}
          defaultValue={value?.slice(3) ?? ""}
          className={control}
          {...wrong}
        >
          <option value="">{say("Day")}</option>
          {Array.from({ length: 31 }, (_, n) => (
            <option key={pad(n + 1)} value={pad(n + 1)}>
              {n + 1}
            </option>
          ))}
        </select>
        <select
          name="birthMonth"
          aria-label={say("Month")}
          defaultValue={value?.slice(0, 2) ?? ""}
          className={control}
          {...wrong}
        >
          <option value="">{say("Month")}</option>
          {months.map((month, n) => (
            <option key={pad(n + 1)} value={pad(n + 1)}>
              {say(month)}
            </option>
          ))}
        </select>
      </div>
      {error ? (
        <p id={id} className="mt-1.5 text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
