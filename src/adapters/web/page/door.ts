/** The page of a guarded room: sends the code, and loads the room when it was right. */
const form = document.querySelector<HTMLFormElement>('#door');
const refused = document.querySelector('#refused');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void enter(String(new FormData(form).get('code')));
});

async function enter(code: string): Promise<void> {
  const response = await fetch('/api/enter', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  }).catch(() => undefined);
  if (response?.ok === true) location.reload();
  else if (refused !== null) refused.textContent = sentenceFor(response?.status);
}

function sentenceFor(status: number | undefined): string {
  if (status === 429) return '试得太多了，请等一分钟。Too many tries: wait a minute.';
  if (status === 403) return '访问码不对。This is not the code.';
  return '连不上教练。The coach cannot be reached.';
}

// A link from elsewhere arrives without the pass, though this browser may hold it: then the room answers here.
const inside = await fetch('/api/about').catch(() => undefined);
if (inside?.ok === true) location.reload();
