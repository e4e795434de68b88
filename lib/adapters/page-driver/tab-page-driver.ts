import { browser } from 'wxt/browser';
import { z } from 'zod';
import { FrameReading } from '../../domain/checkout/page-reading.ts';
import { hideCardNumbers } from '../../kernel/hide-card-numbers.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { openSecret } from '../../kernel/secret.ts';
import { page } from '../../messaging/contracts/page.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  FillOrder,
  FillOutcome,
  FrameSight,
  PageDriver,
  PageRefusal,
  PressOutcome,
  ReadOptions,
  TabSight,
} from '../../ports/page-driver.ts';
import { askDocument, engineIn, type FrameTarget } from './ask-document.ts';
import { createResponseLog } from './response-log.ts';
import { maskPicture } from './mask-picture.ts';
import { saysNobodyHeard } from './nobody-heard.ts';
import { tabsAt } from './tabs-at.ts';

const SETTLE_STEP_MS = 120;
/** A page counts as settled when two readings this far apart say the same. */
const SETTLED_AFTER_STEPS = 2;
/** A crashed document, or one that a dialog blocks, never answers; whoever waits for it must go on. */
const ANSWER_WITHIN_MS = 5_000;
/** Typing a long form, with lists that load in between, takes seconds. */
const FILLED_WITHIN_MS = 60_000;

/** Drives tabs through the browser's own interfaces and the page engine. `null` origins stay `null`. */
export function createTabPageDriver(clock: Clock): PageDriver {
  const responses = createResponseLog(clock);
  // A pop-up in a window of its own names no opener afterwards: only this event does. A worker that dies in between
  // forgets it; the run then finds its shop's page and opens the pop-up anew.
  const opened: { by: number; tabId: number }[] = [];
  browser.webNavigation.onCreatedNavigationTarget.addListener(({ sourceTabId, tabId }) => {
    opened.unshift({ by: sourceTabId, tabId });
  });
  const soon = <T>(answer: Promise<T>, withinMs = ANSWER_WITHIN_MS): Promise<T | undefined> =>
    Promise.race([answer.catch(() => undefined), clock.wait(withinMs).then(() => undefined)]);

  async function framesOf(tabId: number): Promise<FrameTarget[] | undefined> {
    const frames = await browser.webNavigation.getAllFrames({ tabId }).catch(() => null);
    if (!frames || frames.length === 0) return undefined;
    return frames.flatMap((frame) => {
      const { documentId } = frame as typeof frame & { documentId?: string };
      return documentId
        ? [{ tabId, frameId: frame.frameId, documentId, url: frame.url, parentFrameId: frame.parentFrameId }]
        : [];
    });
  }

  async function readFrame(
    target: FrameTarget,
    assumedCurrency: string | undefined,
  ): Promise<FrameSight | undefined> {
    if (!/^(https?|about|blob|data):/.test(target.url)) return undefined;
    const origin = await engineIn(target);
    if (origin === undefined) return undefined;
    const answer = await askDocument(target, 'page.read', { assumedCurrency });
    const reading = z.safeDecode(FrameReading, withoutCardNumbers(answer) as z.input<typeof FrameReading>);
    if (!reading.success) return undefined;
    const { frameId, documentId, url, parentFrameId } = target;
    const response = await responses.of(documentId);
    return { frameId, documentId, origin, url, parentFrameId, reading: reading.data, response };
  }

  const isOpen = (tabId: number): Promise<boolean> =>
    browser.tabs.get(tabId).then(
      () => true,
      () => false,
    );

  async function readOnce(
    tabId: number,
    assumedCurrency: string | undefined,
  ): Promise<Result<TabSight, PageRefusal>> {
    responses.watch(tabId);
    const targets = await framesOf(tabId);
    // A tab that was just opened has no document yet; only a closed one is gone.
    if (!targets)
      return err(
        (await isOpen(tabId))
          ? { kind: 'page_unreachable', detail: 'no document yet' }
          : { kind: 'tab_gone' },
      );
    const sights = (
      await Promise.all(targets.map((target) => soon(readFrame(target, assumedCurrency))))
    ).filter((sight) => sight !== undefined);
    const top = sights.find(({ frameId }) => frameId === 0);
    if (!top) return err({ kind: 'page_unreachable', detail: 'the top document did not answer' });
    return ok({ tabId, top, frames: [top, ...sights.filter((sight) => sight !== top)] });
  }

  /** What must stand still before a page is acted on; geometry and filled values may differ. */
  function gistOf(sight: TabSight): string {
    return JSON.stringify(
      sight.frames.map(({ documentId, reading }) => [
        documentId,
        reading.fields.length,
        reading.total.status === 'read'
          ? `${reading.total.amount.minor}${reading.total.amount.currency}`
          : reading.total.reason,
        reading.submit?.fingerprint,
      ]),
    );
  }

  async function read(
    tabId: number,
    { settleWithinMs, assumedCurrency, isEnough = () => false }: ReadOptions,
  ): Promise<Result<TabSight, PageRefusal>> {
    const deadline = clock.now() + settleWithinMs;
    const suffices = (sight: TabSight): boolean => !sight.top.reading.isLoading && isEnough(sight);
    let last = await readOnce(tabId, assumedCurrency);
    let steady = 0;
    while (clock.now() < deadline && steady < SETTLED_AFTER_STEPS) {
      await clock.wait(SETTLE_STEP_MS);
      const next = await readOnce(tabId, assumedCurrency);
      if (!next.ok && next.error.kind === 'tab_gone') return next;
      if (last.ok && next.ok && suffices(last.value) && suffices(next.value)) return next;
      const isSame =
        last.ok && next.ok && gistOf(last.value) === gistOf(next.value) && !next.value.top.reading.isLoading;
      steady = isSame ? steady + 1 : 0;
      last = next;
    }
    return last;
  }

  async function fill(
    tabId: number,
    orders: readonly FillOrder[],
  ): Promise<Result<ReadonlyMap<string, FillOutcome>, PageRefusal>> {
    const outcomes = new Map<string, FillOutcome>();
    const byDocument = Map.groupBy(orders, ({ documentId }) => documentId);
    for (const [documentId, group] of byDocument) {
      const { frameId } = group[0]!;
      const entries = group.map(({ ref, token, value, alternatives }) => ({
        ref,
        token,
        value: openSecret(value),
        alternatives: [...alternatives],
      }));
      // A page that never lets go of a key holds no run.
      const typed = askDocument({ tabId, frameId, documentId }, 'page.fill', { entries });
      const answer = await soon(typed, FILLED_WITHIN_MS);
      const reports = page['page.fill'].output.safeParse(answer);
      if (!reports.success) return err({ kind: 'document_changed' });
      for (const report of reports.data) outcomes.set(`${frameId}|${report.ref}`, report.outcome);
    }
    return ok(outcomes);
  }

  async function eachFrame(tabId: number, ask: (target: FrameTarget) => Promise<unknown>): Promise<void> {
    const targets = (await framesOf(tabId)) ?? [];
    await Promise.all(targets.map((target) => soon(ask(target))));
  }

  return {
    async open(url) {
      const tab = await browser.tabs.create({ url, active: true });
      return { tabId: tab.id! };
    },
    async find(url, isAllowed) {
      const tabs = await browser.tabs.query({});
      return tabsAt(
        url,
        tabs.filter((tab) => tab.url !== undefined && isAllowed(tab.url)),
      );
    },
    isOpen,
    read,
    fill,
    clear: (tabId) => eachFrame(tabId, (target) => askDocument(target, 'page.clear', {})),
    async press(tabId, { documentId, frameId, ref, fingerprint }) {
      // A page may answer a press with a dialog of the browser, which holds up its own answer.
      const asked = askDocument({ tabId, frameId, documentId }, 'page.press', { ref, fingerprint });
      const answer = await Promise.race([
        asked.catch((error: unknown) => (saysNobodyHeard(error) ? 'unheard' : undefined)),
        clock.wait(ANSWER_WITHIN_MS).then(() => undefined),
      ]);
      if (answer === 'unheard') return err<PageRefusal>({ kind: 'document_changed' });
      const report = page['page.press'].output.safeParse(answer);
      return report.success
        ? ok<PressOutcome>(report.data.outcome)
        : err<PageRefusal>({ kind: 'page_unreachable', detail: 'no answer to the press' });
    },
    async picture(tabId) {
      return maskPicture(tabId, (await framesOf(tabId)) ?? []).catch(() => undefined);
    },
    async showHolder(tabId, holder) {
      const top = (await framesOf(tabId))?.find(({ frameId }) => frameId === 0);
      if (!top || (await soon(engineIn(top))) === undefined) return;
      await soon(askDocument(top, 'page.show-holder', { holder }));
    },
    async openedBy(tabId) {
      const tabs = await Promise.all(
        opened
          .filter(({ by }) => by === tabId)
          .map((one) => browser.tabs.get(one.tabId).catch(() => undefined)),
      );
      return tabs.flatMap((tab) =>
        tab?.id === undefined ? [] : [{ tabId: tab.id, url: tab.url ?? tab.pendingUrl ?? '' }],
      );
    },
    async focus(tabId) {
      const tab = await browser.tabs.update(tabId, { active: true }).catch(() => undefined);
      if (tab?.windowId !== undefined)
        await browser.windows.update(tab.windowId, { focused: true }).catch(() => undefined);
    },
    close: (tabId) => browser.tabs.remove(tabId).catch(() => undefined),
  };
}

/** What a page is asked for by again: it stays as the page said it. */
const NAMES: ReadonlySet<string> = new Set([
  'url',
  'origin',
  'path',
  'ref',
  'fingerprint',
  'pressed',
  'holds',
]);

/** Gives an answer of a page without the card numbers that it repeats: what was typed there is read back by nobody. */
function withoutCardNumbers(answer: unknown): unknown {
  if (typeof answer === 'string') return hideCardNumbers(answer);
  if (Array.isArray(answer)) return answer.map(withoutCardNumbers);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, NAMES.has(key) ? value : withoutCardNumbers(value)]),
  );
}
