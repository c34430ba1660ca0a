const lines = new Map<string, Promise<unknown>>();

/** One task after another for each key: right passwords that arrive together must not use up a limit on wrong ones. */
export async function inTurn<T>(key: string, task: () => Promise<T>): Promise<T> {
  const before = lines.get(key) ?? Promise.resolve();
  const mine = before.then(task, task);
  lines.set(key, mine);
  try {
    return await mine;
  } finally {
    if (lines.get(key) === mine) lines.delete(key);
  }
}
