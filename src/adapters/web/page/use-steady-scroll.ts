import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RoomState } from './room-state.ts';

/** How near the end still counts as being there. */
const nearPx = 80;

/** Stays at the end while the reader is there, and where the reader is otherwise, also when older entries load above. */
export function useSteadyScroll({ entries, pending }: RoomState) {
  const scroller = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  const before = useRef({ heightPx: 0, first: 0, last: 0, pending: 0 });
  const [isBelow, setBelow] = useState(false);

  const toEnd = () => {
    if (scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
  };

  useEffect(() => {
    const [element, content] = [scroller.current, list.current];
    if (element === null || content === null) return;
    const onScroll = () => {
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
      if (isAtEnd.current) setBelow(false);
    };
    // Pictures that load and forms that open change the height without anything being said.
    const grown = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd();
    });
    element.addEventListener('scroll', onScroll, { passive: true });
    grown.observe(content);
    grown.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      grown.disconnect();
    };
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const now = {
      heightPx: element.scrollHeight,
      first: entries[0]?.sequence ?? 0,
      last: entries.at(-1)?.sequence ?? 0,
      pending: pending.length,
    };
    const { heightPx, first, last } = before.current;
    // One's own message is what one wants to see, wherever one was reading.
    if (now.pending > before.current.pending) toEnd();
    else if (isAtEnd.current) toStartOf(element, list.current?.lastElementChild);
    else if (now.last > last) setBelow(true);
    else if (now.first < first) element.scrollTop += now.heightPx - heightPx;
    before.current = now;
  }, [entries, pending]);

  return { scroller, list, isBelow, toEnd };
}

/** To the end, or only as far as keeps the beginning of a long message in sight. */
function toStartOf(scroller: HTMLElement, message: Element | null | undefined): void {
  const end = scroller.scrollHeight - scroller.clientHeight;
  scroller.scrollTop = message instanceof HTMLElement ? Math.min(end, message.offsetTop - nearPx) : end;
}
