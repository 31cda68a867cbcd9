/** What stands on the page for a person in a channel. */
export async function fetchState(as, channel) {
  const response = await fetch(`/api/state?${new URLSearchParams({ as, channel })}`);
  if (!response.ok) throw new Error(`The playground answered ${response.status}`);
  return response.json();
}

/** Does something as a person; rejects with the reason where it cannot be done. */
export async function act(where, action) {
  const response = await fetch('/api/act', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...where, ...action }),
  });
  const result = await response.json();
  if ('error' in result) throw new Error(result.error);
  return result;
}

/** Calls `onChange` soon after something has changed, once for changes that come together. */
export function listen(onChange) {
  const changes = new EventSource('/api/changes');
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, 30);
  };
  changes.addEventListener('change', soon);
  changes.addEventListener('open', soon);
  return () => changes.close();
}
