import type { Language } from '../../../core/question/language.ts';
import type { About } from '../wire.ts';
import type { Texts } from './texts.ts';

/** What one can do, from the coach's own list. Choosing a command writes it into the message box. */
export function SideBar({
  about,
  words,
  language,
  onCommand,
}: {
  about: About;
  words: Texts;
  language: Language;
  onCommand: (line: string) => void;
}) {
  return (
    <aside class="side-bar" aria-labelledby="commands-title">
      <h2 id="commands-title">{words.commands}</h2>
      <ul>
        {about.commands.map(({ name, summary }) => (
          <li key={name}>
            <button type="button" onClick={() => onCommand(`/${name} `)}>
              <code>/{name}</code>
              <span>{summary[language]}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="note">GradCoach {about.version}</p>
    </aside>
  );
}
