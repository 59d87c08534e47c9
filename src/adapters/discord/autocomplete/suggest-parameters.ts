import { suggestValues } from '../../../app/demo/suggest-values.ts';
import type { ExperimentInfo, Laboratory, ParameterInfo } from '../../../app/ports/laboratory.ts';
import type { Language } from '../../../core/question/language.ts';
import { words } from '../words.ts';
import { matching, type Suggestion } from './suggestion.ts';

/**
 * Completes a line such as `depth=20 act`: first the name of a parameter that is not set yet, then its value. Every
 * suggestion is the whole line, because Discord puts it in the place of what was typed.
 */
export function suggestParameters(
  laboratory: Laboratory,
  search: string,
  typed: string,
  language: Language,
): readonly Suggestion[] {
  const experiment = findExperiment(laboratory, search);
  if (experiment === undefined) return [];
  const [, before = '', word = ''] = /^([\s\S]*?)(\S*)$/.exec(typed) ?? [];
  const set = new Set([...before.matchAll(/([\w-]+)[:=]/g)].map(([, name]) => name));
  const open = experiment.parameters.filter(({ name }) => !set.has(name));
  const named = open.find(({ name }) => word.startsWith(`${name}=`) || word.startsWith(`${name}:`));
  const found =
    named === undefined
      ? matching(
          open.map((info) => byName(info, language)),
          word.toLowerCase(),
        )
      : matching(valuesOf(named, language), word.slice(named.name.length + 1).toLowerCase());
  const whole = found.map(({ name, value }) => ({ name: `${before}${name}`, value: `${before}${value}` }));
  // A line that is complete may be sent as it is.
  return typed.trim() === '' || named === undefined
    ? whole
    : [{ name: typed, value: typed.trim() }, ...whole].filter(isNew);
}

function isNew({ value }: Suggestion, index: number, all: readonly Suggestion[]): boolean {
  return all.findIndex((each) => each.value === value) === index;
}

function findExperiment(laboratory: Laboratory, search: string): ExperimentInfo | undefined {
  const byId = (id: string | undefined) => laboratory.catalogue.find((each) => each.id === id);
  return byId(search) ?? byId(laboratory.find(search)[0]?.experiment);
}

/** A parameter's name with its usual value, which shows what it takes. */
function byName(info: ParameterInfo, language: Language): Suggestion {
  const { name, title, range, default: usual } = info;
  const bounds = range === undefined ? '' : ` · ${words[language].range(...range)}`;
  return {
    name: `${name}=${String(usual)} · ${title[language]}${bounds}`,
    value: `${name}=${String(usual)}`,
  };
}

function valuesOf(info: ParameterInfo, language: Language): readonly Suggestion[] {
  return suggestValues(info).map((value) => ({
    name: `${info.name}=${String(value)} · ${info.title[language]}`,
    value: `${info.name}=${String(value)}`,
  }));
}
