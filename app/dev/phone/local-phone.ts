/** `0712 345 678`, as its owner says it. */
export const localPhone = (msisdn: string): string => msisdn.replace(/^254(\d{3})(\d{3})(\d{3})$/, "0$1 $2 $3");
