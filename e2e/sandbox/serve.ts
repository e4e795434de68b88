import { parseArgs } from 'node:util';
import { startSandbox } from './sandbox.ts';
import { wholeNumberOf } from '../tooling/whole-number.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    ephemeral: { type: 'boolean', default: false },
  },
});

const sandbox = await startSandbox({
  seed: wholeNumberOf('seed', values.seed),
  ports: values.ephemeral ? 'ephemeral' : 'fixed',
}).catch((error: unknown) => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(isTaken ? `${error.message}\nStop the other sandbox, or start with --ephemeral.` : error);
  process.exit(1);
});

const { urls, apiKey } = sandbox;
if (values.json) {
  console.log(JSON.stringify({ urls, apiKey }));
} else {
  for (const [name, url] of Object.entries(urls)) console.log(`${name.padEnd(7)} ${url}`);
  console.log(
    `\nStart at  ${urls.front}\nCheckout  ${urls.shop}/checkout\nBank codes ${urls.bank}/messages\nAPI key   ${apiKey}`,
  );
  console.log('\nStop with Ctrl+C.');
}

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
