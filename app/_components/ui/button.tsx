import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const button = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap transition-colors disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0 print:hidden",
  {
    variants: {
      kind: {
        primary: "bg-accent text-on-accent hover:bg-accent-strong",
        plain: "border border-line bg-surface text-ink hover:bg-wash",
        bare: "text-ink hover:bg-wash",
      },
      size: {
        normal: "h-8 px-3",
        large: "h-11 px-4 text-md",
        icon: "size-8",
      },
    },
    defaultVariants: { kind: "plain", size: "normal" },
  },
);

type Props = ComponentProps<"button"> & VariantProps<typeof button> & { asChild?: boolean };

export function Button({ className, kind, size, asChild, type = "button", ...props }: Props) {
  if (asChild) return <Slot.Root className={cn(button({ kind, size }), className)} {...props} />;
  return <button type={type} className={cn(button({ kind, size }), className)} {...props} />;
}
