import { apiBase } from "@/app/_components/data/keys";

/** What of the reviews is shown; `review`: which one is open beside them. */
export type Shown = {
  stars?: string | undefined;
  answered?: string | undefined;
  staffId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  review?: string | undefined;
};

export const queryOf = (shown: Shown): string => {
  const set = Object.entries(shown).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return set.length > 0 ? `?${new URLSearchParams(set)}` : "";
};

export const reviewsKey = (tenantId: string, shown: Shown): string => `${apiBase(tenantId)}/reviews${queryOf(shown)}`;
export const reviewKey = (tenantId: string, id: string): string => `${apiBase(tenantId)}/reviews/${id}`;
export const exportAddress = (tenantId: string, shown: Shown): string =>
  `${apiBase(tenantId)}/reviews/export${queryOf(shown)}`;

/** Back to the list as it was filtered. */
export function closeReview(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete("review");
  window.history.replaceState(null, "", address);
}
