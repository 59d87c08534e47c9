import { toChoice } from '../choice.ts';
import type { Response } from '../reply.ts';
import type { Command, CommandContext } from './command.ts';

/** `/topics`: what there is to practise. */
export const topics: Command = {
  name: 'topics',
  actions: [{ path: 'topics', audience: 'person', options: [], run }],
};

function run({ services, personal }: CommandContext): Promise<Response> {
  const { language, words } = personal;
  const { questions, topics: all } = services.bank;
  const present = all
    .map((topic) => ({ topic, inTopic: questions.filter((question) => question.topic === topic.id) }))
    .filter(({ inTopic }) => inTopic.length > 0);
  const { topic: title, id, questions: number, levels } = words.topics.columns;
  return Promise.resolve({
    replies: [
      {
        audience: 'person',
        language,
        blocks: [
          { kind: 'heading', text: words.topics.heading },
          {
            kind: 'table',
            columns: [
              { text: title, align: 'start' },
              { text: id, align: 'start' },
              { text: number, align: 'end' },
              { text: levels, align: 'end' },
            ],
            rows: present.map(({ topic, inTopic }) => ({
              cells: [
                topic.title[language],
                topic.id,
                String(inTopic.length),
                [...new Set(inTopic.map(({ level }) => level))].sort().join(', '),
              ],
              isReader: false,
            })),
          },
          {
            kind: 'choices',
            as: 'menu',
            label: words.start.quiz,
            choices: present.map(({ topic }) =>
              toChoice(topic.title[language], '/quiz start', 'plain', { topic: topic.id }),
            ),
          },
        ],
      },
    ],
  });
}
