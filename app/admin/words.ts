/** `24 Nov 2026, 14:00`, as it is where the platform is run. */
export const formatMoment = (iso: string): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: "Africa/Nairobi",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(iso));

export type Asked = { q: string; status: string; cursor: string };

const query = (asked: Partial<Asked>): string => {
  const given = Object.entries(asked).filter(([, value]) => value);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
};

export const listHref = (asked: Partial<Asked>): string => `/admin/tenants${query(asked)}`;
export const listKey = (asked: Asked): string => `/api/admin/tenants${query(asked)}`;
export const fileKey = (id: string): string => `/api/admin/tenants/${id}`;
