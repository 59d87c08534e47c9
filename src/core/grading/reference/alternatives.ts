/** Announces alternatives of which a full answer gives one; what it calls them goes up to a colon. */
const announcement =
  /(?:\b(?:one|any|either)\s+of\s+(?:the|these)\s+(?:following|below)\b|(?:以下|下列)(?:任[意一]?一?|其中之?一|之一))(?:[^:：●•▪■①;；\n]{0,80}[:：])?/iu;

/** What sets alternatives apart, the outermost kind first: bullets, numbers, lines, semicolons. */
const separators = [
  /[●•▪■]/u,
  /[①-⑩]|(?<=^|[\s:：])(?:\d{1,2}[.)、]|[(（]\d{1,2}[)）])(?=\s*\D)/u,
  /\n\s*(?:[-*]\s)?/u,
  /[;；]/u,
];

/** More of them would cost more than they tell. */
const mostAlternatives = 8;

/**
 * The references that one reference stands for: where it says "one of the following" and lists them, one for each,
 * with what is said before the list in common. Most references stand for themselves.
 */
export function alternativesIn(reference: string): readonly string[] {
  const announced = announcement.exec(reference);
  if (announced === null) return [reference];
  const shared = reference.slice(0, announced.index);
  const list = reference.slice(announced.index + announced[0].length);
  for (const separator of separators) {
    const items = list.split(separator).flatMap((item) => (item.trim() === '' ? [] : [item.trim()]));
    if (items.length >= 2) return items.slice(0, mostAlternatives).map((item) => `${shared}${item}`);
  }
  return [reference];
}
