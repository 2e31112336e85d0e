import { apiBase } from "@/app/_components/data/keys";

export const openingKey = (tenantId: string): string => `${apiBase(tenantId)}/settings/hours`;
export const businessKey = (tenantId: string): string => `${apiBase(tenantId)}/settings`;
export const resourcesKey = (tenantId: string): string => `${apiBase(tenantId)}/settings/resources`;
export const mpesaKey = (tenantId: string): string => `${apiBase(tenantId)}/settings/mpesa`;
export const messagesKey = (tenantId: string): string => `${apiBase(tenantId)}/settings/messages`;
export const integrationsKey = (tenantId: string): string => `${apiBase(tenantId)}/settings/integrations`;
export const planKey = (tenantId: string): string => `${apiBase(tenantId)}/subscription`;
export const policyKey = (tenantId: string): string => `${apiBase(tenantId)}/settings/policy`;
export const apiKeysKey = (tenantId: string): string => `${apiBase(tenantId)}/settings/api-keys`;
export const rulesPreviewKey = (tenantId: string, rules: object): string =>
  `${policyKey(tenantId)}/preview?${new URLSearchParams({ rules: JSON.stringify(rules) })}`;
export const logoKey = (tenantId: string): string => `${apiBase(tenantId)}/settings/logo`;
export const noticeKey = (tenantId: string): string => `${apiBase(tenantId)}/settings/privacy`;
