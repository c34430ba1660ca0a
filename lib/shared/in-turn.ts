const lines = new Map<string, Promise<unknown>>();

/** One task after another for each key in this process, so that those who arrive together do not count against each other. */
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
