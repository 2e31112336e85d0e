import { useEffect } from "react";

/** In this tab only, until it is closed or something was booked: nothing typed is lost on the way back to another time. */
const place = (slug: string) => `booking.${slug}`;

/** Puts what was typed before into fields that are empty, and keeps what is typed now. */
export function useKeptTyping(form: { current: HTMLFormElement | null }, slug: string, names: readonly string[]): void {
  useEffect(() => {
    const fields = () =>
      names.flatMap((name) => {
        const field = form.current?.elements.namedItem(name);
        return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? [field] : [];
      });
    const kept = read(slug);
    for (const field of fields()) if (field.value === "") field.value = kept[field.name] ?? "";
    const keep = () => {
      const typed = Object.fromEntries(fields().map(({ name, value }) => [name, value]));
      attempt(() => sessionStorage.setItem(place(slug), JSON.stringify(typed)));
    };
    const shown = form.current;
    shown?.addEventListener("input", keep);
    return () => shown?.removeEventListener("input", keep);
  }, [form, slug, names]);
}

/** The next person at this phone is somebody else. */
export const forgetTyping = (slug: string): void => void attempt(() => sessionStorage.removeItem(place(slug)));

function read(slug: string): Record<string, string> {
  return attempt(() => JSON.parse(sessionStorage.getItem(place(slug)) ?? "{}")) ?? {};
}

/** A browser may keep no storage for us at all; then nothing is remembered. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
