import type { ReactNode } from "react";

/** Drawn on the server: the page needs no icon library. */
function Icon({ children, size = 20 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      {children}
    </svg>
  );
}

export const Back = () => (
  <Icon>
    <path d="m12 5-5 5 5 5" />
  </Icon>
);

export const Forward = () => (
  <Icon>
    <path d="m8 5 5 5-5 5" />
  </Icon>
);

export const Check = ({ size }: { size?: number }) => (
  <Icon size={size ?? 20}>
    <path d="m4.5 10.5 3.5 3.5 7.5-8" />
  </Icon>
);

export const Clock = ({ size }: { size?: number }) => (
  <Icon size={size ?? 20}>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6v4l2.5 2" />
  </Icon>
);

export const Plus = () => (
  <Icon>
    <path d="M10 4.5v11M4.5 10h11" />
  </Icon>
);

export const Cross = () => (
  <Icon>
    <path d="m5.5 5.5 9 9m0-9-9 9" />
  </Icon>
);

export const Phone = () => (
  <Icon size={18}>
    <path d="M5 3h2.5l1.2 3.4-1.6 1.3a9 9 0 0 0 5.2 5.2l1.3-1.6L17 12.5V15a2 2 0 0 1-2 2A12 12 0 0 1 3 5a2 2 0 0 1 2-2Z" />
  </Icon>
);

export const Pin = () => (
  <Icon size={16}>
    <path d="M10 17.5s5.5-4.6 5.5-9a5.5 5.5 0 0 0-11 0c0 4.4 5.5 9 5.5 9Z" />
    <circle cx="10" cy="8.5" r="2" />
  </Icon>
);

export const Speech = () => (
  <Icon size={16}>
    <path d="M3.5 16.5 4.6 13A6.5 6.5 0 1 1 7 15.4l-3.5 1.1Z" />
  </Icon>
);
