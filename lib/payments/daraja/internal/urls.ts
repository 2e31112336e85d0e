/** Where Safaricom may knock: https, a public name, and lower case throughout (an upper-case one was refused). */
export function isPublicUrl(text: string): boolean {
  if (!/^https:\/\/[a-z0-9.-]+(:\d+)?\/[!-~]*$/.test(text) || text !== text.toLowerCase()) return false;
  const { hostname } = new URL(text);
  return hostname.includes(".") && !/^(127\.|10\.|192\.168\.|0\.)|^localhost$/.test(hostname);
}

/** Registered addresses are refused when these words stand anywhere in them. */
export const hasBannedWord = (text: string): boolean =>
  /m-?pesa|safaricom|exec?|cmd|sql|query|ngrok|requestbin/i.test(text);
