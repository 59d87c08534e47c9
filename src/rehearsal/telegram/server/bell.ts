/** Lets someone wait until something happens, for a time, or until they leave. */
export interface Bell {
  ring(): void;
  wait(ms: number, leaving: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  let waiting = new AbortController();
  return {
    ring() {
      waiting.abort();
      waiting = new AbortController();
    },
    wait: (ms, leaving) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        const stop = () => {
          clearTimeout(timer);
          resolve();
        };
        for (const signal of [waiting.signal, leaving]) {
          if (signal.aborted) stop();
          else signal.addEventListener('abort', stop, { once: true });
        }
      }),
  };
}
