import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shot } from './shot.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Writes one page with all pictures, a section a screen, and what was found at the top. */
export async function writeIndex(folder: string, shots: readonly Shot[], findings: readonly string[]) {
  const titleOf = ({ shape, screen, path }: Shot) => [shape, screen, path].filter(Boolean).join(' ');
  const sections = [...new Set(shots.map(titleOf))]
    .map((title) => {
      const pictures = shots
        .filter((shot) => titleOf(shot) === title)
        .map(
          ({ name }) =>
            `<figure><a href="${name}.png"><img loading="lazy" src="${name}.png" alt=""></a><figcaption>${escape(name)}</figcaption></figure>`,
        );
      return `<h2>${escape(title)}</h2><div>${pictures.join('')}</div>`;
    })
    .join('\n');
  const list = findings.map((finding) => `<li>${escape(finding)}</li>`).join('');
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Countersign, every screen</title>
<style>body{font:14px system-ui;margin:24px}div{display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}img{height:420px;border:1px solid #ccc}</style>
<h1>Countersign, every screen</h1><ul>${list}</ul>${sections}</html>`,
  );
}
