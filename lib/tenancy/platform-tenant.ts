/** The reserved tenant whose log carries what happens to the platform itself; a migration makes it. */
export const platformTenantId = "de301aee-c267-8a7a-a0d3-cafa087f3b75";
