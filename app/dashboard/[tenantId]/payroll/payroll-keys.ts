import { apiBase } from "@/app/_components/data/keys";

export const payrollKey = (tenantId: string, to?: string): string =>
  `${apiBase(tenantId)}/payroll${to ? `?to=${to}` : ""}`;
export const periodKey = (tenantId: string, id: string): string => `${apiBase(tenantId)}/payroll/${id}`;
export const ratesKey = (tenantId: string): string => `${apiBase(tenantId)}/payroll/rates`;
export const payslipKey = (tenantId: string, staffId: string, periodId?: string): string =>
  `${apiBase(tenantId)}/payroll/person/${staffId}${periodId ? `?period=${periodId}` : ""}`;
export const payslipFile = (tenantId: string, staffId: string, periodId: string): string =>
  `${apiBase(tenantId)}/payroll/${periodId}/payslip?staff=${staffId}`;
export const earningsKey = (tenantId: string, date: string): string => `${apiBase(tenantId)}/me/earnings?date=${date}`;
export const ownPayslip = (tenantId: string, periodId: string): string =>
  `${apiBase(tenantId)}/me/payslips/${periodId}`;
