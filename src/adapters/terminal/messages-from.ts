/** Puts lines together to messages: a line that ends in a backslash goes on in the next one. Empty ones are left out. */
export async function* messagesFrom(
  lines: AsyncIterable<string>,
  onContinued: () => void = () => {},
): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const line of lines) {
    if (line.endsWith('\\')) {
      begun.push(line.slice(0, -1));
      onContinued();
      continue;
    }
    const message = [...begun, line].join('\n').trim();
    begun = [];
    if (message !== '') yield message;
  }
  const unfinished = begun.join('\n').trim();
  if (unfinished !== '') yield unfinished;
}
