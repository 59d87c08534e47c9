/** ISO weekday numbers of a text such as `mon-fri`, `mon,wed,fri`, `daily`, `1-5`, `周一至周五`, or undefined when it is none. */
export function parseWeekdays(text: string): readonly number[] | undefined {
  const folded = text.trim().toLowerCase();
  if (/^(daily|every ?day|all|每天|每日)$/.test(folded)) return [1, 2, 3, 4, 5, 6, 7];
  if (/^(weekdays|工作日)$/.test(folded)) return [1, 2, 3, 4, 5];
  if (/^(weekends?|周末)$/.test(folded)) return [6, 7];
  const days = new Set<number>();
  for (const part of folded.split(/[,，、\s]+/)) {
    const ends = part.split(/[-–~至到]/).map(weekdayOf);
    const [first, last = first] = ends;
    if (first === undefined || last === undefined || ends.length > 2 || ends.includes(undefined))
      return undefined;
    for (let day = first; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === last) break;
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** A wall time `HH:MM` of a text such as `9:00`, `09:00`, `21：30`, or undefined when it is none. */
export function parseWallTime(text: string): string | undefined {
  const match = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim());
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const latinWeekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const chineseWeekdays = ['一', '二', '三', '四', '五', '六', '日'];

function weekdayOf(name: string): number | undefined {
  if (/^[1-7]$/.test(name)) return Number(name);
  const latin = latinWeekdays.findIndex((day) => name.startsWith(day));
  if (latin >= 0) return latin + 1;
  const chinese = chineseWeekdays.indexOf(name.replace(/^(周|星期|礼拜)/, '').replace('天', '日'));
  return chinese < 0 ? undefined : chinese + 1;
}
