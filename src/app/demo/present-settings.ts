import { toChoice } from '../choice.ts';
import type { Voice } from '../commands/command.ts';
import type { ExperimentInfo, ParameterInfo, Parameters } from '../ports/laboratory.ts';
import type { Block, Choice, Reply } from '../reply.ts';
import { runOptions, settingsLine } from './run-options.ts';
import { suggestValues } from './suggest-values.ts';

/** An experiment's settings with a menu for each; what is chosen shows the settings anew, until one goes on to predict. */
export function settingsReply(
  experiment: ExperimentInfo,
  parameters: Parameters,
  seed: number,
  { language, words }: Voice,
): Reply {
  const predict = toChoice(
    words.demo.predictFirst,
    '/demo run',
    'primary',
    runOptions(experiment, parameters, seed),
  );
  const menus = experiment.parameters.map((info): Block => {
    const change = (value: Parameters[string]): Choice => ({
      ...toChoice(
        String(value),
        '/demo settings',
        'plain',
        runOptions(experiment, { ...parameters, [info.name]: value }, seed),
      ),
      isInPlace: true,
    });
    const choices = otherValues(info, parameters).map(change);
    return {
      kind: 'choices',
      as: 'menu',
      label: words.demo.setTo(info.title[language], String(parameters[info.name])),
      choices,
    };
  });
  return {
    audience: 'conversation',
    language,
    blocks: [
      { kind: 'heading', text: experiment.title[language] },
      { kind: 'note', text: settingsLine(experiment, parameters) },
      ...menus,
      { kind: 'choices', as: 'buttons', choices: [{ ...predict, isInPlace: true }] },
    ],
  };
}

/** Leads from a run, or from the question before it, to the settings. */
export function changeChoice(
  experiment: ExperimentInfo,
  parameters: Parameters,
  seed: number,
  { words }: Voice,
): Choice {
  return toChoice(words.demo.change, '/demo settings', 'plain', runOptions(experiment, parameters, seed));
}

function otherValues(info: ParameterInfo, parameters: Parameters) {
  return suggestValues(info).filter((value) => value !== parameters[info.name]);
}
