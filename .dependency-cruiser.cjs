/** The layers: each folder of `lib` may import itself and what is listed; everything else is an error. */
const LAYERS = {
  'lib/kernel': [],
  'lib/domain': ['lib/kernel'],
  'lib/ports': ['lib/kernel', 'lib/domain'],
  'lib/app': ['lib/kernel', 'lib/domain', 'lib/ports'],
  'lib/messaging': ['lib/kernel', 'lib/domain'],
  'lib/page': ['lib/kernel', 'lib/messaging/contracts'],
  'lib/bridge/protocol': ['lib/kernel', 'lib/domain'],
  'lib/bridge/client': ['lib/kernel', 'lib/bridge/protocol'],
  'lib/bridge/host': ['lib/kernel', 'lib/bridge/protocol', 'package.json'],
  'lib/ui': ['lib/kernel', 'lib/messaging'],
  components: ['lib/kernel', 'lib/ui', 'lib/messaging/contracts'],
  'entrypoints/page.content': ['lib/page', 'lib/messaging', 'lib/kernel'],
  'entrypoints/page-engine': ['lib/page', 'lib/messaging', 'lib/kernel'],
  'entrypoints/popup': ['components', 'lib/ui', 'lib/kernel'],
  'entrypoints/panel': ['components', 'lib/ui', 'lib/kernel'],
  'entrypoints/dashboard': ['components', 'lib/ui', 'lib/kernel'],
};

const OURS = '^(lib|components|entrypoints|e2e|package\\.json)';
const starts = (folders) => `^(${folders.map((folder) => folder.replaceAll('.', '\\.')).join('|')})(/|$)`;

const layers = Object.entries(LAYERS).map(([folder, allowed]) => ({
  name: `layer: ${folder}`,
  severity: 'error',
  from: { path: starts([folder]), pathNot: '\\.(test|contract)\\.tsx?$' },
  to: { path: OURS, pathNot: starts([folder, ...allowed]) },
}));

module.exports = {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    ...layers,
    {
      name: 'an adapter knows no other adapter and no use case',
      severity: 'error',
      from: { path: '^lib/adapters/([^/]+)/' },
      to: { path: '^lib/(app|bridge|page|ui|adapters/(?!$1/))' },
    },
    {
      name: 'only the page driver and the human adapter speak messages',
      severity: 'error',
      from: { path: '^lib/adapters/', pathNot: '^lib/adapters/(page-driver|human)/' },
      to: { path: '^lib/messaging/' },
    },
    {
      name: 'inside the domain only downhill',
      severity: 'error',
      from: { path: '^lib/domain/(ledger|mandate|card|wall|outcome|agent|policy)/' },
      to: { path: '^lib/domain/checkout/' },
    },
    {
      name: 'the browser is behind entrypoints, messaging and adapters',
      severity: 'error',
      from: { path: '^lib/(kernel|domain|ports|app|page|bridge)/' },
      to: { path: 'wxt/browser|webextension-polyfill' },
    },
    {
      name: 'viem has one door',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)', pathNot: '^lib/adapters/(signer|chain)/' },
      to: { path: '(^|/)viem/' },
    },
    {
      name: 'Node only in the host',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)', pathNot: '^lib/bridge/host/|\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nobody imports an entrypoint',
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)/' },
      to: { path: '^entrypoints/(?!$1/)' },
    },
    {
      name: 'the product never imports its tests',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^e2e/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'default'],
    },
  },
};
