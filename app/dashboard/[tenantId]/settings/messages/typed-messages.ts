import type { Say } from "@/app/_words/say";
import type { MessageSettings } from "@/lib/notifications/rules";

/** What stands in the form, as it is typed. */
export type TypedMessages = {
  fromName: string;
  replyTo: string;
  /** `HH:MM` */
  quietFrom: string;
  quietUntil: string;
  isQuiet: boolean;
  remindBefore: number[];
  off: string[];
};

export const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
export const minuteOf = (typed: string): number => {
  const [hours, minutes] = typed.split(":").map(Number);
  return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
};

export const messagesTyped = ({
  fromName,
  replyTo,
  quietFrom,
  quietUntil,
  remindBefore,
  off,
}: MessageSettings): TypedMessages => {
  const isQuiet = quietFrom !== quietUntil;
  return {
    fromName,
    replyTo,
    quietFrom: clockOf(isQuiet ? quietFrom : 21 * 60),
    quietUntil: clockOf(isQuiet ? quietUntil : 7 * 60),
    isQuiet,
    remindBefore,
    off,
  };
};

/** Never quiet is the same minute twice. */
export const messagesOf = ({ isQuiet, quietFrom, quietUntil, ...typed }: TypedMessages): MessageSettings => ({
  ...typed,
  quietFrom: isQuiet ? minuteOf(quietFrom) : 0,
  quietUntil: isQuiet ? minuteOf(quietUntil) : 0,
});

/** `1 day`, `2 hours`, `45 minutes`: before a visit. */
export function leadWords(say: Say, minutes: number): string {
  if (minutes % 1440 === 0) return say("{days, plural, one {# day} other {# days}}", { days: minutes / 1440 });
  if (minutes % 60 === 0) return say("{hours, plural, one {# hour} other {# hours}}", { hours: minutes / 60 });
  return say("{minutes, plural, one {# minute} other {# minutes}}", { minutes });
}
