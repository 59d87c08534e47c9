import type { Language } from '../../../core/question/language.ts';
import type { Persona, Place } from '../wire.ts';
import { Badge, CoachBadge } from './entry.tsx';
import { PersonaButton } from './persona-dialog.tsx';
import type { RoomState } from './room-state.ts';
import type { Texts } from './texts.ts';
import { langTag } from './times.ts';
import type { Sitting } from './use-sitting.ts';

interface TopBarProps {
  readonly words: Texts;
  readonly sitting: Sitting;
  readonly state: RoomState;
  readonly onPlace: (place: Place) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onPersona: (persona: Persona) => void;
}

const languageNames = [
  ['zh', '中文'],
  ['en', 'EN'],
] as const;

/** Where one is, who is here, who one is, and in what language. */
export function TopBar({ words, sitting, state, onPlace, onLanguage, onPersona }: TopBarProps) {
  const { place, persona, language } = sitting;
  return (
    <header class="top-bar">
      <h1>
        <CoachBadge />
        <span>{words.title}</span>
      </h1>
      <nav class="segments places" aria-label={words.places}>
        {(['room', 'private'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === place ? 'page' : undefined}
            title={words[`${each}About`]}
            onClick={() => onPlace(each)}
          >
            {words[each]}
          </button>
        ))}
      </nav>
      <Present words={words} state={state} />
      <fieldset class="segments languages">
        <legend class="sr-only">{words.language}</legend>
        {languageNames.map(([each, name]) => (
          <button
            key={each}
            type="button"
            lang={langTag[each]}
            aria-pressed={each === language}
            onClick={() => onLanguage(each)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <PersonaButton words={words} persona={persona} personId={state.personId} onChoose={onPersona} />
    </header>
  );
}

/** Who has the room open, once that is more than oneself. */
function Present({ words, state: { people } }: { words: Texts; state: RoomState }) {
  if (people.length < 2) return <div class="present" />;
  return (
    <div class="present">
      <span class="present-label">{words.present}</span>
      <ul aria-label={words.present}>
        {people.map(({ id, name }) => (
          <li key={id} title={name}>
            <Badge personId={id} name={name} />
            <span class="sr-only">{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
