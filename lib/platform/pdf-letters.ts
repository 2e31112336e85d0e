/** What the fonts that every reader of files has can print. */
const printed = /^[\x20-\x7e\xa1-\xac\xae-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/u;

/** Letters that those fonts have none for lose their marks; what has no letter even so is left as a sign that it stood there. */
export const inPdfLetters = (text: string): string =>
  [...plain(text)].map((letter) => (printed.test(letter) ? letter : (withoutMarks(letter) ?? "?"))).join("");

/** Whether anything of it would be left as such a sign. */
export const isPrintable = (text: string): boolean =>
  [...plain(text)].every((letter) => printed.test(letter) || withoutMarks(letter) !== null);

const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/[\u00a0\u202f]/g, " ")
    .replaceAll("\u00ad", "");

const withoutMarks = (letter: string): string | null => {
  const bare = letter.normalize("NFD").replaceAll(/\p{M}/gu, "");
  return printed.test(bare) ? bare : null;
};
