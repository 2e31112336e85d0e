const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const extended = "^{}\\[~]|€\f";
const basicSet = new Set(basic);
const extendedSet = new Set(extended);

/**
 * How many SMS a text is billed as (GSM 03.38): 160 characters of its alphabet alone or 153 in each of several, 70 and 67
 * as soon as one character is outside it. Some count twice.
 */
export function smsSegments(text: string): number {
  const letters = [...text];
  const plain = letters.every((letter) => basicSet.has(letter) || extendedSet.has(letter));
  const length = plain ? letters.reduce((sum, letter) => sum + (extendedSet.has(letter) ? 2 : 1), 0) : text.length;
  const [alone, each] = plain ? [160, 153] : [70, 67];
  return length <= alone ? 1 : Math.ceil(length / each);
}
