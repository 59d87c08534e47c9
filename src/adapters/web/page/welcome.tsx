import type { Language } from '../../../core/question/language.ts';
import type { About } from '../wire.ts';
import type { Texts } from './texts.ts';
import type { Say } from './use-room.ts';

/** Good first steps, of those the coach has. */
const firstSteps = ['quiz', 'demo', 'daily', 'help'];

/** What stands where nothing has been said yet. */
export function Welcome({
  about,
  words,
  language,
  say,
}: {
  about: About;
  words: Texts;
  language: Language;
  say: Say;
}) {
  const steps = firstSteps.flatMap((name) => about.commands.filter((command) => command.name === name));
  return (
    <section class="welcome">
      <h2>{words.welcome}</h2>
      <p>{words.welcomeAbout}</p>
      <ul>
        {steps.map(({ name, summary }) => (
          <li key={name}>
            <button type="button" onClick={() => void say({ kind: 'text', text: `/${name}` })}>
              <code>/{name}</code>
              <span>{summary[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
