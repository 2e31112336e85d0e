import { type RefObject, useEffect, useState } from "react";

type Slot = { startsAt: string };

const fadeMs = 500;

/** Times that somebody took stay for a moment, so that one sees them go; and which of them was the one chosen here. */
export function useLeaving<T extends Slot>(slots: T[], box: RefObject<HTMLElement | null>) {
  const [before, setBefore] = useState(slots);
  const [leaving, setLeaving] = useState<T[]>([]);
  const [lost, setLost] = useState<string | null>(null);
  if (before !== slots) {
    setBefore(slots);
    const free = new Set(slots.map(({ startsAt }) => startsAt));
    const gone = new Map([...leaving, ...before].map((slot) => [slot.startsAt, slot]));
    setLeaving([...gone.values()].filter(({ startsAt }) => !free.has(startsAt)));
  }
  useEffect(() => {
    if (leaving.length === 0) return;
    const chosen = box.current?.querySelector<HTMLInputElement>("input:checked");
    if (chosen && leaving.some(({ startsAt }) => startsAt === chosen.value)) {
      chosen.checked = false;
      setLost(chosen.value);
    }
    const timer = setTimeout(() => setLeaving([]), fadeMs);
    return () => clearTimeout(timer);
  }, [leaving, box]);
  const left = new Set(leaving.map(({ startsAt }) => startsAt));
  const all = [...slots, ...leaving].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return {
    shown: all.map((slot) => ({ ...slot, leaves: left.has(slot.startsAt) })),
    lost,
    chooseAgain: () => setLost(null),
  };
}
