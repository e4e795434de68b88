/** The layers: each folder may import itself and what is listed; everything else of ours is an error. */
const LAYERS = {
  'lib/kernel': [],
  'lib/domain': ['lib/kernel'],
  'lib/ports': ['lib/kernel', 'lib/domain'],
  'lib/app': ['lib/kernel', 'lib/domain', 'lib/ports'],
  'lib/adapters': ['lib/kernel', 'lib/domain', 'lib/ports', 'lib/messaging'],
  'lib/page': ['lib/kernel', 'lib/messaging/contracts'],
  'lib/messaging': ['lib/kernel', 'lib/domain'],
  'lib/bridge/protocol': ['lib/kernel', 'lib/domain'],
  'lib/bridge/client': ['lib/kernel', 'lib/bridge/protocol'],
  'lib/bridge/host': ['lib/kernel', 'lib/bridge/protocol', 'package.json'],
  'lib/ui': ['lib/kernel', 'lib/messaging'],
  components: ['lib/kernel', 'lib/ui'],
  'entrypoints/background': [
    'lib/kernel',
    'lib/domain',
    'lib/ports',
    'lib/app',
    'lib/adapters',
    'lib/messaging',
    'lib/bridge/protocol',
    'lib/bridge/client',
  ],
  'entrypoints/page-look': ['lib/page', 'lib/messaging', 'lib/kernel'],
  'entrypoints/page-engine': ['lib/page', 'lib/messaging', 'lib/kernel'],
  'entrypoints/popup': ['components', 'lib/ui', 'lib/kernel'],
  'entrypoints/panel.sidepanel': ['components', 'lib/ui', 'lib/kernel'],
  'entrypoints/dashboard': ['components', 'lib/ui', 'lib/kernel'],
};

/** Inside the domain only downhill. */
const DOMAIN = {
  ledger: [],
  mandate: [],
  card: [],
  agent: [],
  wall: [],
  outcome: [],
  policy: ['mandate'],
  checkout: ['policy', 'mandate', 'card', 'ledger', 'wall', 'outcome'],
  choice: ['checkout'],
};

const OURS = '^(lib|components|entrypoints|e2e|package\\.json)';
/** Tests, contract suites and what only they use may look further than the code beside them. */
const TEST_SUPPORT = '\\.(test|contract)\\.tsx?$|^(lib/bridge|components)/testing/';
/** Where the domain decides; its schemas, ids and entries are elsewhere. */
const DECISIONS = '^lib/domain/(policy|outcome)/|^lib/domain/[a-z]+/(decide|evolve|classify|judge|find)';

const literally = (path) => path.replaceAll('.', '\\.');
const within = (folders) => `^(${folders.map(literally).join('|')})(/|$)`;
const product = (path) => ({ path, pathNot: TEST_SUPPORT });
const rule = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no cycles', {}, { circular: true }),
    rule('every import leads somewhere', {}, { couldNotResolve: true }),

    ...Object.entries(LAYERS).map(([folder, allowed]) =>
      rule(`layer: ${folder}`, product(within([folder])), {
        path: OURS,
        pathNot: within([folder, ...allowed]),
      }),
    ),
    rule('every folder of the product has a layer', product('^(lib|components|entrypoints)/'), {
      path: '^(lib|components|entrypoints)/',
      pathNot: `${within(Object.keys(LAYERS))}|${TEST_SUPPORT}`,
    }),
    ...Object.entries(DOMAIN).map(([part, allowed]) =>
      rule(`domain: ${part}`, product(within([`lib/domain/${part}`])), {
        path: '^lib/domain/',
        pathNot: within([part, ...allowed].map((name) => `lib/domain/${name}`)),
      }),
    ),

    rule('an adapter knows no other adapter', product('^lib/adapters/([^/]+)/'), {
      path: '^lib/adapters/(?!$1/)',
    }),
    rule(
      'only the page driver and the human adapter speak messages',
      { path: '^lib/adapters/', pathNot: `^lib/adapters/(page-driver|human)/|${TEST_SUPPORT}` },
      { path: '^lib/messaging/' },
    ),
    rule('who carries data takes no decisions', product('^lib/(adapters|ports|messaging|bridge/protocol)/'), {
      path: DECISIONS,
      dependencyTypesNot: ['type-only'],
    }),
    rule('ports know the types of the domain alone', product('^lib/ports/'), {
      path: '^lib/domain/',
      dependencyTypesNot: ['type-only'],
    }),
    rule('the page takes types from contracts alone', product('^lib/page/'), {
      path: '^lib/messaging/',
      dependencyTypesNot: ['type-only'],
    }),
    rule(
      'no entrypoint imports another',
      { path: '^entrypoints/([^/]+)/' },
      { path: '^entrypoints/(?!$1/)' },
    ),

    rule('of others, the kernel takes only zod', product('^lib/kernel/'), {
      path: 'node_modules/',
      pathNot: 'node_modules/zod/',
    }),
    rule('of others, the domain takes only what is pure', product('^lib/domain/'), {
      path: 'node_modules/',
      // zod; and the hash chain (@noble/hashes over canonicalize) registrable domains (tldts) and
      // international ones (punycode), which only compute.
      pathNot: 'node_modules/(zod|@noble/hashes|canonicalize|tldts|tldts-core|punycode)/',
    }),
    rule('the page ships no schemas', product('^(lib/page|entrypoints/page)'), {
      path: 'node_modules/zod/',
      dependencyTypesNot: ['type-only'],
    }),
    rule(
      'the browser is behind entrypoints, messaging and adapters',
      { path: '^(lib|components)/', pathNot: `^lib/(messaging|adapters)/|${TEST_SUPPORT}` },
      { path: '(^|/)(wxt|webextension-polyfill|@wxt-dev)/' },
    ),
    rule('of others, the vault takes only what is audited', product('^lib/adapters/signer/'), {
      path: 'node_modules/',
      // viem signs (over @noble); zod reads what was stored; wxt only names the browser's own interface.
      pathNot: 'node_modules/(viem|zod|wxt|@wxt-dev/browser)/',
    }),
    rule(
      'viem has one door',
      { path: '.', pathNot: '^lib/adapters/(signer|chain)/|^node_modules/' },
      { path: '(^|/)viem(/|$)' },
    ),
    rule(
      'Node only in the host',
      { path: '^(lib|components|entrypoints)/', pathNot: `^lib/bridge/host/|${TEST_SUPPORT}` },
      { dependencyTypes: ['core'] },
    ),
    rule('the product never imports its tests', product('^(lib|components|entrypoints)/'), {
      path: `^e2e/|${TEST_SUPPORT}`,
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types are imports too: a layer that knows another's types knows that layer.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
