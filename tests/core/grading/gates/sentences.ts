/** The sentences of a text, each with the punctuation and space that follow it; joined they are the text. */
export function sentencesOf(text: string): readonly string[] {
  const parts = text.split(/(?<=[。！？；\n]|(?<!\bal|\bvs|\be\.g|\bi\.e|\bi\.i\.d)[.;!?](?=\s)\s*)(?!\s)/u);
  return parts.filter((sentence) => sentence !== '');
}

/** The sentence that holds an offset, by its place in {@link sentencesOf}. */
export function sentenceAt(sentences: readonly string[], offset: number): number {
  let end = 0;
  return sentences.findIndex((sentence) => {
    end += sentence.length;
    return offset < end;
  });
}
