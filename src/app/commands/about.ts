import type { Response } from '../reply.ts';
import type { Command, CommandContext } from './command.ts';

/** `/about`: what this is, and what a score is not. */
export const about: Command = {
  name: 'about',
  actions: [{ path: 'about', audience: 'person', options: [], run }],
};

function run({ services, personal }: CommandContext): Promise<Response> {
  const { language, words } = personal;
  const { questions, experiments, version, licence } = words.about.facts;
  return Promise.resolve({
    replies: [
      {
        audience: 'person',
        language,
        blocks: [
          { kind: 'heading', text: words.name },
          { kind: 'text', text: words.about.text },
          { kind: 'text', text: words.about.limits },
          {
            kind: 'facts',
            facts: [
              { name: questions, value: String(services.bank.questions.length) },
              { name: experiments, value: String(services.laboratory.catalogue.length) },
              { name: version, value: services.version },
              { name: licence, value: words.about.licence },
            ],
          },
        ],
      },
    ],
  });
}
