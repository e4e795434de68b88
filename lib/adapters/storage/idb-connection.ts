import type { DBSchema, IDBPDatabase, OpenDBCallbacks } from 'idb';

/**
 * Keeps one connection to a database, opened when it is first wanted. It gives way to a newer worker, and after the browser
 * cut it the next call opens another.
 */
export function createConnection<S extends DBSchema>(
  open: (events: Pick<OpenDBCallbacks<S>, 'blocking' | 'terminated'>) => Promise<IDBPDatabase<S>>,
): () => Promise<IDBPDatabase<S>> {
  let opened: Promise<IDBPDatabase<S>> | undefined;
  const forget = () => {
    opened = undefined;
  };
  return () => {
    opened ??= open({
      blocking: (_current, _wanted, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    }).catch((cause: unknown) => {
      forget();
      throw cause;
    });
    return opened;
  };
}
