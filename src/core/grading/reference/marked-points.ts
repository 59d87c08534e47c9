/** A line of somebody's marking scheme. */
export interface MarkedPoint {
  readonly text: string;
  readonly marks: number;
}

const lineBreak = /\r?\n|(?<=[.;。；])\s+(?=[-•*(\d（])|[•●○▪]/u;
const bullet = /^\s*(?:[-*•]|\(?\d{1,2}[.)、]|（\d{1,2}）|[a-z][.)])\s+/iu;
const marks =
  /[[(（]?\s*[+]?\s*(\d+(?:\.\d+)?)\s*(?:points?|marks?|pts?\.?|p\b|分)\s*[\])）]?|[[(（]\s*[+]?(\d+(?:\.\d+)?)\s*[\])）]/iu;
/** Lines that take marks away or sum them up are no points. */
const notAPoint = /deduct|subtract|penal|minus|total|max(?:imum)?\b|扣|总分|满分|共计/iu;

/**
 * The points of a marking scheme written as text, one to a line or bullet, each with its marks ("2 points: …",
 * "… [1]", "…（2分）"); empty where fewer than two lines carry marks, for then it is no scheme of points.
 */
export function readMarkedPoints(rubric: string): readonly MarkedPoint[] {
  const points = rubric.split(lineBreak).flatMap((line): readonly MarkedPoint[] => {
    const written = marks.exec(line);
    if (written === null || notAPoint.test(line)) return [];
    const text = line
      .replace(written[0], ' ')
      .replace(bullet, '')
      .replace(/^[\s:：,，.-]+/u, '')
      .trim();
    const value = Number(written[1] ?? written[2]);
    return text === '' || value <= 0 ? [] : [{ text, marks: value }];
  });
  return points.length < 2 ? [] : points;
}
