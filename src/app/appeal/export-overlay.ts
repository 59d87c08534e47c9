import type { Appeal } from '../../core/review/appeal.ts';

/**
 * The words a group has accepted, as YAML to paste into the bank: by question and point, with the slots they fill.
 * Written by hand because every value is a JSON string, which YAML takes as it is.
 */
export function overlayYaml(accepted: readonly Appeal[]): string {
  const lines: string[] = [];
  const questionIds = [...new Set(accepted.map(({ questionId }) => questionId))].sort();
  for (const questionId of questionIds) {
    lines.push(`${questionId}:`);
    const ofQuestion = accepted.filter((appeal) => appeal.questionId === questionId);
    for (const pointId of [...new Set(ofQuestion.map(({ pointId: id }) => id))].sort()) {
      lines.push(`  ${pointId}:`);
      for (const { slots, words } of ofQuestion.filter((appeal) => appeal.pointId === pointId)) {
        lines.push(`    - { slots: [${slots.join(', ')}], any: [${JSON.stringify(words)}] }`);
      }
    }
  }
  return lines.join('\n');
}
