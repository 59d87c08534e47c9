import { readFile } from 'node:fs/promises';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { FieldPath, Problem } from './problem.ts';
import { fieldName } from './problem.ts';

/** A content file that is valid YAML; its fields are not checked yet. */
export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /** A problem at a field of this file, with the line it stands on. */
  problemAt(path: FieldPath, says: string): Problem;
}

/** Outcome of {@link readYamlFile}. */
export type YamlOutcome =
  | { readonly kind: 'file'; readonly file: YamlFile; readonly problems: readonly Problem[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/**
 * Reads one content file. Syntax errors are problems with their line; a missing `yaml-language-server` line is a
 * problem beside the value, because without it an editor neither completes nor checks.
 */
export async function readYamlFile(path: string, schema: string): Promise<YamlOutcome> {
  const text = await readFile(path, 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      file: path,
      line: lines.linePos(pos[0]).line,
      field: '',
      says: `not valid YAML: ${message.toLowerCase()}; check the indentation, colons and quotes around this line`,
    }));
    return { kind: 'problems', problems };
  }
  const header = `# yaml-language-server: $schema=${schema}`;
  const problems = text.startsWith(`${header}\n`)
    ? []
    : [{ file: path, line: 1, field: '', says: `must start with the line "${header}"; add it` }];
  return { kind: 'file', file: yamlFile(path, document, lines), problems };
}

function yamlFile(path: string, document: Document, lines: LineCounter): YamlFile {
  return {
    path,
    value: document.toJS(),
    problemAt(field, says) {
      const line = lineOf(document, lines, field);
      return { file: path, field: fieldName(field), says, ...(line === undefined ? {} : { line }) };
    },
  };
}

/** A missing field has no line of its own, so the nearest parent that exists lends its line. */
function lineOf(document: Document, lines: LineCounter, path: FieldPath): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
