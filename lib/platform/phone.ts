import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** The number in E.164, or null when it is none. A number without a country is Kenyan. */
export function readPhone(text: string): string | null {
  const phone = parsePhoneNumberFromString(text.trim(), { defaultCountry: "KE", extract: false });
  return phone?.isValid() && !phone.ext ? phone.number : null;
}
