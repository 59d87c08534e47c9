/** Discord's own bounds; what is longer or more it refuses with the whole message. */
export const limits = {
  /** Characters of all texts of one message with components. */
  messageText: 4000,
  /** Components of one message, counted with those inside others. */
  messageComponents: 40,
  rowButtons: 5,
  menuOptions: 25,
  customId: 100,
  buttonLabel: 80,
  optionLabel: 100,
  menuPlaceholder: 150,
  modalTitle: 45,
  inputLabel: 45,
  inputPlaceholder: 100,
  inputText: 4000,
  altText: 1024,
  threadName: 100,
  autocompleteChoices: 25,
  choiceName: 100,
  nonce: 25,
} as const;

/** A text within a bound; what does not fit ends in an ellipsis. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half of a surrogate pair would be shown as a question mark in a box.
  return `${text
    .slice(0, length - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
