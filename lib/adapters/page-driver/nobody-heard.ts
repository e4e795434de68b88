/**
 * Tells whether a message that failed was delivered to nobody: no such tab, or no document under that id that listens.
 * A document that heard it and went away before it answered fails in other words ("The message port closed before a
 * response was received", "… the message channel closed …"), as does everything else; those say nothing.
 */
export function saysNobodyHeard(error: unknown): boolean {
  const { message = '' } = error instanceof Error ? error : {};
  return /^(Error: )?(Could not establish connection\. Receiving end does not exist|No tab with id)/.test(
    message,
  );
}
