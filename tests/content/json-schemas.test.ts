import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../../src/content/json-schemas.ts';
import { question, validFiles } from './content-folder.ts';

const validator = (name: string) => {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(jsonSchemas().get(name) ?? ''));
};

describe('the schemas editors use', () => {
  it('are the ones in content/schema; after a change run `npm run schemas`', () => {
    const stored = new Map(
      readdirSync('content/schema').map((name) => [name, readFileSync(`content/schema/${name}`, 'utf8')]),
    );
    expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(jsonSchemas()));
  });

  it('accept what the loader accepts', () => {
    expect(validator('question.json')(parse(question))).toBe(true);
    expect(validator('glossary.json')(parse(validFiles['glossary.yaml']!))).toBe(true);
    expect(validator('topics.json')(parse(validFiles['topics.yaml']!))).toBe(true);
    expect(validator('samples.json')(parse(validFiles['samples/activations/dying-relu.yaml']!))).toBe(true);
  });

  it('refuse an unknown key and a missing translation', () => {
    const validate = validator('question.json');
    expect(validate({ ...parse(question), promt: {} })).toBe(false);
    expect(validate({ ...parse(question), prompt: { en: 'What?' } })).toBe(false);
  });
});
