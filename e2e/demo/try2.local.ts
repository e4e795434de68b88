import { chromium } from '@playwright/test';
import { startSandbox } from '../sandbox/sandbox.ts';
import { buildSync } from 'esbuild';
const out = buildSync({ entryPoints: ['lib/page/page-engine.ts'], bundle: true, format: 'iife', globalName: 'eng', write: false }).outputFiles[0]!.text;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const seed of [1,2,3,4,5,6]) {
  const s = await startSandbox({ seed });
  for (const q of ['', '?sku=small']) {
    const p = await b.newPage(); await p.goto(s.urls.shop + '/checkout' + q); await p.waitForSelector('.total');
    await p.evaluate(out + ';globalThis.eng=eng');
    const r = await p.evaluate(() => { const r = (globalThis as any).eng.createPageEngine(document).read(); return JSON.stringify({t: r.total, a: r.amounts.map((a:any)=>[a.kind,a.text,a.amount,a.source]), l: r.lines, f: r.fields.length, sub: r.submit?.label, rec: r.recurringWording}, (_, v) => typeof v === 'bigint' ? String(v) : v); });
    if (!r.includes('"status":"read"') || seed === 1) console.log(seed, q, r); await p.close();
  }
  await s.close();
}
await b.close(); process.exit(0);
