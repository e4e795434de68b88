import { useCallback, useEffect, useState } from 'react';
import { TableVirtuoso, type TableProps } from 'react-virtuoso';
import type { ActivityRow } from '../../lib/ui/snapshot-views.ts';
import type { RecordOf, Surface } from '../../lib/ui/surface-store.ts';
import { Button } from '../primitives/button.tsx';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { ActivityCells, ActivityHead } from './activity-table.tsx';
import type { PageContext } from './context.ts';
import { Box, PageFrame } from './page-frame.tsx';
import { saveFile } from './save-file.ts';

const PAGE = 200;

interface Found {
  readonly search: string;
  readonly total: number;
  readonly rows: readonly ActivityRow[];
}

/** Reads runs page by page, as far as was scrolled; begins anew when the search or the ledger moved. */
function useActivity(surface: Surface, revision: number, search: string) {
  const [found, setFound] = useState<Found>();
  const [wanted, setWanted] = useState(PAGE);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const rows: ActivityRow[] = [];
      for (;;) {
        const page = await surface.read('records.activity', { search, offset: rows.length, limit: PAGE });
        if (!page.ok || !isCurrent) return;
        const { total } = page.value;
        rows.push(...page.value.rows);
        if (page.value.rows.length === 0 || rows.length >= Math.min(wanted, total)) {
          setFound({ search, total, rows });
          return;
        }
      }
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [surface, revision, search, wanted]);
  return { found, readOn: useCallback(() => setWanted((rows) => rows + PAGE), []) };
}

/** All runs that match, of which only those in sight are in the page. */
function VirtualRows({ found, onReachEnd }: { found: Found; onReachEnd: () => void }) {
  const { t, count } = useLanguage();
  const { rows, total } = found;
  if (rows.length === 0)
    return <p className="muted">{t(found.search === '' ? 'noPayments' : 'nothingFound')}</p>;
  return (
    <>
      <p className="small muted" role="status">
        {count('runsFound', total)}
      </p>
      {/* The table's own scroller is as high as its parent, by inline style: the height is the parent's to give. */}
      <div className="scroller">
        <TableVirtuoso
          data={rows}
          endReached={onReachEnd}
          increaseViewportBy={400}
          components={{ Table: RunTable }}
          fixedHeaderContent={ActivityHead}
          computeItemKey={(_, row) => row.id}
          itemContent={(_, row) => <ActivityCells row={row} />}
        />
      </div>
    </>
  );
}

function RunTable(props: TableProps) {
  return <table {...props} className="table" />;
}

/** Every run that there was: search, where its money stands, and the export of the whole log. */
export function ActivityPage({ surface, snapshot, refusal, isBusy }: PageContext) {
  const { t } = useLanguage();
  const [search, setSearch] = useState('');
  const [matched, setMatched] = useState<RecordOf<'records.reconcile'>>();
  const { found, readOn } = useActivity(surface, snapshot.revision, search.trim());
  const save = async (format: 'json' | 'csv') => {
    const file = await surface.produce('records.export', { format });
    if (file) saveFile(`countersign-ledger.${format}`, file.text);
  };
  const reconcile = async () => {
    const report = await surface.produce('records.reconcile', { limit: 500 });
    setMatched(report);
    if (report) saveFile('countersign-reconciliation.json', report.text);
  };
  return (
    <PageFrame
      title={t('activity')}
      refusal={refusal}
      actions={
        !snapshot.isReadOnly && (
          <>
            <Button isSmall onPress={() => void reconcile()} isDisabled={isBusy}>
              {t('reconcile')}
            </Button>
            <Button isSmall onPress={() => void save('json')} isDisabled={isBusy}>
              {t('exportJson')}
            </Button>
            <Button isSmall onPress={() => void save('csv')} isDisabled={isBusy}>
              {t('exportCsv')}
            </Button>
          </>
        )
      }
    >
      <p className="small muted" role="status">
        {matched &&
          t('reconciled', String(matched.rows), String(matched.toLookInto), String(matched.notAsked))}
      </p>
      <Box>
        <Field label={t('search')} value={search} onChange={setSearch} isOptional hint={t('searchHint')} />
        {found && <VirtualRows found={found} onReachEnd={readOn} />}
      </Box>
    </PageFrame>
  );
}
