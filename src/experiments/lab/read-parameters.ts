import type { ParametersOutcome, ParameterValue } from '../../app/ports/laboratory.ts';
import type { Language } from '../../core/question/language.ts';
import type { Experiment } from '../experiment.ts';
import type { Parameter } from '../parameter.ts';

/** Reads settings as people type them, by name or title in either language; what is not given keeps its default. */
export function readParameters(
  { id, parameters: settings }: Experiment,
  given: Readonly<Record<string, string>>,
  language: Language,
): ParametersOutcome {
  const words = wordsIn[language];
  const values: Record<string, ParameterValue> = {};
  const problems: string[] = [];
  for (const [name, { default: initial }] of Object.entries(settings)) values[name] = initial;
  for (const [written, text] of Object.entries(given)) {
    const found = Object.entries(settings).find(([name, setting]) => isCalled(name, setting, written));
    if (found === undefined) {
      problems.push(words.unknown(id, written, Object.keys(settings)));
      continue;
    }
    const [name, setting] = found;
    const typed = text.normalize('NFKC').trim();
    const read = setting.schema.safeParse(setting.fromText(typed));
    if (read.success) values[name] = read.data;
    else problems.push(words.wrong(name, setting, text));
  }
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'parameters', parameters: values };
}

function isCalled(name: string, { title }: Parameter, written: string): boolean {
  const wanted = written.normalize('NFKC').trim().toLowerCase();
  return [name, title.zh, title.en].some((each) => each.toLowerCase() === wanted);
}

const longestEcho = 40;
const echo = (text: string) => (text.length > longestEcho ? `${text.slice(0, longestEcho)}…` : text);

const wordsIn = {
  en: {
    unknown: (id: string, written: string, known: readonly string[]) =>
      known.length === 0
        ? `${id} has no settings; you gave ${echo(written)}`
        : `${id} has no setting ${echo(written)}; it knows ${known.join(', ')}`,
    wrong: (name: string, setting: Parameter, text: string) =>
      `${name} must be ${allowed(setting)}; you gave ${echo(text)}`,
  },
  zh: {
    unknown: (id: string, written: string, known: readonly string[]) =>
      known.length === 0
        ? `${id} 没有可调的参数，而你给了 ${echo(written)}`
        : `${id} 没有参数 ${echo(written)}；可用的有 ${known.join('、')}`,
    wrong: (name: string, setting: Parameter, text: string) =>
      `${name}（${setting.title.zh}）必须是${allowedZh(setting)}，而你给了 ${echo(text)}`,
  },
};

function allowed({ kind, choices = [], range: [low, high] = [0, 0] }: Parameter): string {
  switch (kind) {
    case 'choice':
      return `one of ${choices.join(', ')}`;
    case 'integer':
      return `a whole number from ${low} to ${high}`;
    case 'number':
      return `a number from ${low} to ${high}`;
    case 'boolean':
      return 'yes or no';
  }
}

function allowedZh({ kind, choices = [], range: [low, high] = [0, 0] }: Parameter): string {
  switch (kind) {
    case 'choice':
      return `以下之一：${choices.join('、')}`;
    case 'integer':
      return ` ${low} 到 ${high} 之间的整数`;
    case 'number':
      return ` ${low} 到 ${high} 之间的数`;
    case 'boolean':
      return '是或否';
  }
}
