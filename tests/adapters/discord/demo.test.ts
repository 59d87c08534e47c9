import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentRun, Laboratory, RunOutcome } from '../../../src/app/ports/laboratory.ts';
import type { QuestionBank } from '../../../src/core/question/bank.ts';
import { wordsOf } from '../../../src/rehearsal/discord/reading.ts';
import { stillLaboratory } from '../../support/laboratory.ts';
import { realBank } from '../../support/room.ts';
import { latest, openStudy, type Study } from './open-study.ts';

let bank: QuestionBank;
beforeAll(async () => {
  bank = await realBank();
});

let open: Study | undefined;
afterEach(() => open?.close());

/** A laboratory whose one run ends when told to; its picture is in the store by then, as the real one sees to. */
function slowLaboratory() {
  let finish = (_outcome: RunOutcome) => {};
  const outcome = new Promise<RunOutcome>((resolve) => {
    finish = resolve;
  });
  const still = stillLaboratory();
  const laboratory: Laboratory = {
    ...still,
    run: (request, signal) => ({ ...still.run(request, signal), outcome }),
  };
  return { laboratory, finish };
}

async function finishedRun(): Promise<ExperimentRun> {
  const outcome = await stillLaboratory().run(undefined as never, undefined as never).outcome;
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome.run;
}

async function study() {
  const { laboratory, finish } = slowLaboratory();
  open = await openStudy({ bank, laboratory });
  const ada = open.local.addPerson('Ada');
  const run = await finishedRun();
  return {
    open,
    local: open.local,
    general: open.general,
    ada,
    async finish() {
      await open?.store.transaction((tx) => tx.charts.save(run.key, run, 1));
      finish({ kind: 'done', run });
    },
  };
}

describe('/demo', () => {
  it('is acknowledged at once, and its chart comes in the place of "starting", with words for those who do not see it', async () => {
    const { open, local, general, ada, finish } = await study();
    await ada.slash(general, 'demo run', { experiment: 'coin-flip' });
    await ada.press(latest(ada, open), 'Never');
    const message = latest(ada, open)!;
    expect(wordsOf(message)).toMatch(/Starting|Computing/);
    const messages = general.messages.length;
    await finish();
    await local.until('the chart', () => message.api.attachments.length === 1);
    await local.quiet();
    expect(general.messages).toHaveLength(messages);
    expect(wordsOf(message)).toContain('You predicted: Never. It was: About half.');
    expect(message.api.attachments[0]).toMatchObject({
      filename: 'coin-flip-1.png',
      description: 'A bar at one half.',
    });
    const [upload] = local.world.uploads.values();
    expect(upload).toEqual(new Uint8Array([137]));
  });

  it('takes its chart away when the message is used for something else', async () => {
    const { open, local, general, ada, finish } = await study();
    await ada.slash(general, 'demo run', { experiment: 'coin-flip' });
    const message = latest(ada, open)!;
    await ada.press(message, 'Never');
    await finish();
    await local.until('the chart', () => message.api.attachments.length === 1);
    await local.quiet();
    await ada.press(message, 'more throws');
    await ada.press(latest(ada, open), 'Change settings');
    expect(latest(ada, open)?.api.attachments).toEqual([]);
  });

  it('is set by menus, in place, and by a line with suggestions', async () => {
    const { open, general, ada } = await study();
    await ada.slash(general, 'demo run', { experiment: 'coin-flip', parameters: 'throws=50' });
    expect(ada.reads(general).at(-1)).toContain('throws=50');
    await ada.press(latest(ada, open), 'Change settings');
    const settings = latest(ada, open);
    const messages = general.messages.length;
    await ada.press(settings, '20');
    expect(wordsOf(settings!)).toContain('throws=20');
    expect(general.messages).toHaveLength(messages);
  });

  it('refuses what is no setting, by name', async () => {
    const { general, ada } = await study();
    await ada.slash(general, 'demo run', { experiment: 'coin-flip', parameters: 'throws=1000' });
    expect(ada.reads(general).at(-1)).toContain('throws must be from 1 to 100');
  });

  it('that outlives its interaction is shown all the same', async () => {
    const { open, local, general, ada, finish } = await study();
    await ada.slash(general, 'demo run', { experiment: 'coin-flip', guess: 'half' });
    const message = latest(ada, open)!;
    open.wait(16 * 60_000);
    await finish();
    await local.until('the chart', () => message.api.attachments.length === 1);
    expect(wordsOf(message)).toContain('So it was.');
  });
});
