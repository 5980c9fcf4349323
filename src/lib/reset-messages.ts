import { isOutcomeUnknown } from './outcome.ts';

interface Customisable {
  message_id: string;
  /** null while it is still the default */
  updated_at: string | null;
}

interface Reset<Message> {
  /** Undefined for all of them. */
  messageId: string | undefined;
  list: () => Promise<Message[]>;
  reset: () => Promise<unknown>;
}

/**
 * Gives messages their defaults back, and what they were a moment before: an undo writes that back, not what the page
 * once read. Where the answer was lost, it is done once nothing is customised any more.
 */
export async function resetMessages<Message extends Customisable>({ messageId, list, reset }: Reset<Message>) {
  const customised = async () =>
    (await list()).filter((one) => one.updated_at !== null && (messageId ?? one.message_id) === one.message_id);
  const before = await customised();
  await reset().catch(async (error: unknown) => {
    if (!isOutcomeUnknown(error) || (await customised()).length > 0) throw error;
  });
  return before;
}
