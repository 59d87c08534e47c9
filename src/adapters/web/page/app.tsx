import { useRef } from 'preact/hooks';
import type { About } from '../wire.ts';
import { Announcer } from './announcer.tsx';
import { Composer } from './composer.tsx';
import { useDraft } from './drafts.ts';
import { SideBar } from './side-bar.tsx';
import { texts } from './texts.ts';
import { Timeline } from './timeline.tsx';
import { TopBar } from './top-bar.tsx';
import { useRoom } from './use-room.ts';
import { useSitting } from './use-sitting.ts';
import { Welcome } from './welcome.tsx';

/** The study room. */
export function App({ about }: { about: About }) {
  const { sitting, setPersona, setLanguage, setPlace } = useSitting();
  const box = useRef<HTMLTextAreaElement>(null);
  const { place, persona, language } = sitting;
  const words = texts[language];
  const { state, stream, say, loadOlder } = useRoom(sitting);
  const seatKey = `${place}.${persona.name}`;
  const draft = useDraft(seatKey);
  const scope = { words, language, personId: state.personId, say };

  const writeLine = (line: string) => {
    draft[1](() => line);
    box.current?.focus();
  };

  return (
    <>
      <TopBar
        words={words}
        sitting={sitting}
        state={state}
        onPlace={setPlace}
        onLanguage={setLanguage}
        onPersona={setPersona}
      />
      <SideBar about={about} words={words} language={language} onCommand={writeLine} />
      <main aria-busy={state.personId === undefined}>
        {stream === 'lost' && (
          <p class="lost" role="status">
            {words.lost}
          </p>
        )}
        {state.personId !== undefined && state.entries.length + state.pending.length === 0 ? (
          <Welcome about={about} words={words} language={language} say={say} />
        ) : (
          <Timeline key={seatKey} state={state} scope={scope} loadOlder={loadOlder} />
        )}
        <Composer
          words={words}
          language={language}
          commands={about.commands}
          draft={draft}
          say={say}
          box={box}
        />
      </main>
      <Announcer key={seatKey} state={state} words={words} />
    </>
  );
}
