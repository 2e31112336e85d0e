"use client";

import useSWR from "swr";
import type { NotificationPage } from "@/lib/notifications/list-notifications";
import { fetchJson } from "./fetch-json";
import { newestNotifications } from "./keys";

export const useNewest = (tenantId: string) => useSWR<NotificationPage>(newestNotifications(tenantId), fetchJson);
