import type { ComponentProps } from "react";

type Props = ComponentProps<"a"> & {
  href: string;
  /** The page stays scrolled where it is. */
  stay?: boolean;
};

/** A link that SoftLinks follows without loading the page anew. It is part of the HTML alone: nothing of it wakes up in the browser. */
export const SoftLink = ({ stay = false, ...given }: Props) => <a {...given} data-soft={stay ? "stay" : ""} />;
