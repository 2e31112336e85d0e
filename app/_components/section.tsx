import { type ReactNode, useId } from "react";

type Props = {
  title: string;
  about?: ReactNode;
  /** What an address of this part ends with. */
  at?: string;
  children: ReactNode;
};

/** What it is about on the left, what can be done on the right; on phones one under the other. */
export function Section({ title, about, at, children }: Props) {
  const id = useId();
  return (
    <section
      id={at}
      aria-labelledby={id}
      className="grid scroll-mt-28 grid-cols-[minmax(0,1fr)] gap-4 border-t pt-6 first-of-type:border-t-0 first-of-type:pt-0 md:grid-cols-[14rem_minmax(0,1fr)] md:gap-8"
    >
      <div className="grid content-start gap-1">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {about ? <p className="max-w-[52ch] text-quiet">{about}</p> : null}
      </div>
      <div className="grid max-w-120 grid-cols-[minmax(0,1fr)] content-start gap-4">{children}</div>
    </section>
  );
}
