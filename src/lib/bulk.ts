export interface BulkResult<T> {
  item: T;
  /** undefined when the item succeeded */
  error: Error | undefined;
}

interface BulkOptions<T> {
  act: (item: T) => Promise<unknown>;
  onResult: (result: BulkResult<T>) => void;
  /** Items not started when it aborts are left alone; those under way are waited for. */
  signal: AbortSignal;
  parallel?: number;
}

/** Acts on every item, a few at a time, each once. One failure does not stop the others. */
export async function runBulk<T>(items: readonly T[], { act, onResult, signal, parallel = 4 }: BulkOptions<T>) {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) {
      if (signal.aborted) return;
      onResult({ item, error: await attempt(() => act(item)) });
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
}

async function attempt(act: () => Promise<unknown>): Promise<Error | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
