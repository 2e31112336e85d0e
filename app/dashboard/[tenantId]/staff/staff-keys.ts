import { apiBase } from "@/app/_components/data/keys";

export const staffKey = (tenantId: string): string => `${apiBase(tenantId)}/staff`;
export const profileKey = (tenantId: string, staffId: string): string => `${staffKey(tenantId)}/${staffId}`;
export const photoAddress = (tenantId: string, staffId: string): string => `${profileKey(tenantId, staffId)}/photo`;
export const calendarKey = (tenantId: string, staffId: string): string => `${profileKey(tenantId, staffId)}/calendar`;

/** Where somebody's picture is; null for none. */
export const staffPhoto = (tenantId: string, staffId: string, version: string | null): string | null =>
  version && `${photoAddress(tenantId, staffId)}?v=${version}`;
