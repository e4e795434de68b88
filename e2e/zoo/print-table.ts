import type { Visit } from './visit-shop.ts';

const COLUMNS = ['shop', 'what', 'card', 'found', 'filled', 'previewed', 'paid', 'walls', 'ms', 'prompts', 'ended'] as const; // prettier-ignore
const tick = (isSo: boolean): string => (isSo ? 'yes' : '–');

/** Prints visits as a table in Markdown, one row a visit. */
export function printTable(visits: readonly Visit[]): string {
  const rows = visits.map((visit) => [
    visit.shop,
    visit.what,
    visit.path.replace('_', ' '),
    ...[visit.found, visit.filled, visit.previewed, visit.paid].map(tick),
    visit.walls.join(', ') || '–',
    String(visit.ms),
    String(visit.prompts),
    visit.ended.replaceAll('_', ' '),
  ]);
  return [COLUMNS, COLUMNS.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
