/** What the wording of a question says about the shape of a full answer. */
export interface QuestionCues {
  /** It asks for an enumeration. */
  readonly asksForList: boolean;
  /** How many things it asks for, where it says so: "at least 4 objectives", 至少说出两条. */
  readonly need: number | undefined;
}

const listMarkers =
  /哪些|哪几|哪两|哪三|几种|几个|几类|几点|列举|列出|优缺点|优点|缺点|什么(?:类型|岗位|方式|方面|要素|种类)|包括(?:什么|方面)|\b(?:list|enumerate|name|which)\b|\bwhat are\b/iu;

const numbers = new Map<string, number>([
  ...'one two three four five six seven eight nine ten'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 1]),
  ...'一二三四五六七八九十'.split('').map((word, index): [string, number] => [word, index + 1]),
  ['两', 2],
]);

const askedNumber =
  /(?:at least|name|list|give|state|describe|mention|provide)\s+(?:and\s+\w+\s+)?(?:at least\s+)?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\b|(?:至少|任意|任|列举|说出|写出|给出|举出)(?:说出|列举|写出|举出|给出)?(\d{1,2}|[两二三四五六七八九十])(?:个|条|种|点|项|类|方面)/iu;

/** Reads the shape of a full answer off the question. */
export function readQuestion(question: string): QuestionCues {
  const written = askedNumber.exec(question);
  const number = (written?.[1] ?? written?.[2])?.toLowerCase();
  const need = number === undefined ? undefined : (numbers.get(number) ?? Number(number));
  return { asksForList: listMarkers.test(question) || need !== undefined, need };
}
