import { z } from 'zod';
import type { ParameterInfo, ParameterValue } from '../app/ports/laboratory.ts';
import type { Bilingual } from '../core/question/language.ts';

/** One setting of an experiment: what may be chosen, and how a typed text becomes a value. */
export interface Parameter<V extends ParameterValue = ParameterValue> extends Omit<ParameterInfo, 'name'> {
  readonly default: V;
  /** Accepts exactly the allowed values. */
  readonly schema: z.ZodType<V>;
  /** The value a text stands for, allowed or not; the text itself when it stands for none. */
  readonly fromText: (text: string) => unknown;
}

/** An experiment's settings by name. */
export type ParameterSet = Readonly<Record<string, Parameter>>;

/** The values of a set of settings. */
export type ValuesOf<S extends ParameterSet> = {
  readonly [K in keyof S]: S[K] extends Parameter<infer V> ? V : never;
};

/** One of a few names; "LeakyReLU" and "leaky relu" are the same name as `leaky-relu`. */
export function choice<const C extends string>(
  title: Bilingual,
  choices: readonly [C, ...C[]],
  initial: NoInfer<C>,
): Parameter<C> {
  return {
    title,
    kind: 'choice',
    choices,
    default: initial,
    schema: z.enum(choices),
    fromText: (text) => choices.find((name) => bare(name) === bare(text)) ?? text,
  };
}

/** A whole number within bounds, both included. */
export function integer(
  title: Bilingual,
  range: readonly [low: number, high: number],
  initial: number,
): Parameter<number> {
  const schema = z.int().min(range[0]).max(range[1]);
  return { title, kind: 'integer', range, default: initial, schema, fromText: numberFromText };
}

/** A number within bounds, both included. */
export function decimal(
  title: Bilingual,
  range: readonly [low: number, high: number],
  initial: number,
): Parameter<number> {
  const schema = z.number().min(range[0]).max(range[1]);
  return { title, kind: 'number', range, default: initial, schema, fromText: numberFromText };
}

/** Yes or no. */
export function flag(title: Bilingual, initial: boolean): Parameter<boolean> {
  return { title, kind: 'boolean', default: initial, schema: z.boolean(), fromText: booleanFromText };
}

const bare = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '');

function numberFromText(text: string): unknown {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

function booleanFromText(text: string): unknown {
  const lower = text.toLowerCase();
  if (['true', 'yes', 'on', '1', '是', '开'].includes(lower)) return true;
  if (['false', 'no', 'off', '0', '否', '关'].includes(lower)) return false;
  return text;
}
