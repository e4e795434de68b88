interface Answer {
  status: string;
  next?: string;
  message?: string;
}

/** Posts everything that was typed and goes where the shop says; says what is wrong otherwise. */
export async function postOrder(
  values: Record<string, string>,
  say: (problem: string) => void,
): Promise<void> {
  const reply = await fetch('/api/orders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(values),
  });
  const { next, message } = (await reply.json()) as Answer;
  if (next !== undefined) location.assign(next);
  else say(message ?? 'Something went wrong.');
}
