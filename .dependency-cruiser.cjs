const outer = '^src/(adapters|storage|experiments|content)/';
/** Pure, synchronous libraries the core may lean on; see docs/decisions/0009-libraries-in-core.md. */
const coreLibraries = 'node_modules/(temporal-polyfill|temporal-spec|temporal-utils|stemmer)/';

/** Likewise for app. */
const appLibraries = 'node_modules/(fastest-levenshtein)/';

const onlyIn = (name, sdk, home) => ({
  name,
  comment: `${sdk} is an implementation detail of ${home}`,
  severity: 'error',
  from: { path: '^src/', pathNot: home },
  to: { path: `node_modules/${sdk}` },
});

module.exports = {
  forbidden: [
    {
      name: 'core-stands-alone',
      comment: 'core is pure: it imports core, and the few pure libraries named above',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', coreLibraries] },
    },
    {
      name: 'app-knows-only-core',
      comment: 'app holds use cases and ports; whatever touches the world implements a port',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { pathNot: ['^src/(app|core)/', appLibraries] },
    },
    {
      name: 'outer-rings-do-not-meet',
      comment: 'adapters, storage, experiments and content meet only in the composition roots',
      severity: 'error',
      from: { path: outer },
      to: { path: [outer, '^src/(main|cli|compose|config)\\.ts$'], pathNot: '^src/$1/' },
    },
    {
      name: 'platforms-do-not-meet',
      comment: 'one platform must be removable without touching another',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/[^/]+/', pathNot: '^src/adapters/$1/' },
    },
    onlyIn('discord-stays-home', 'discord\\.js/', '^src/(adapters|rehearsal)/discord/'),
    onlyIn('stand-ins-stay-home', '(ws|discord-markdown-parser)/', '^src/rehearsal/discord/'),
    {
      name: 'rehearsals-are-a-root',
      comment:
        'a rehearsal sees every ring, as a composition root does; nothing but the command line plays one',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(rehearsal|cli)/' },
      to: { path: '^src/rehearsal/' },
    },
    onlyIn('telegraf-stays-home', 'telegraf/', '^src/adapters/telegram/'),
    onlyIn('http-stays-home', '(hono|@hono/node-server|preact)/', '^src/adapters/web/'),
    onlyIn('sql-stays-home', '(kysely|pg|better-sqlite3)/', '^src/storage/'),
    onlyIn('tensors-stay-in-workers', '@tensorflow/', '^src/experiments/'),
    onlyIn('charts-stay-home', '(vega|vega-lite|@napi-rs/canvas)/', '^src/experiments/chart/'),
    {
      name: 'runs-load-lazily',
      comment: 'a run pulls in TensorFlow.js, so only a worker may load it, by dynamic import',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/experiments/[^/]+/' },
      to: { path: '^src/experiments/[^/]+/run\\.ts$', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'rehearsals-stand-apart',
      comment:
        'a rehearsal plays the whole program against a stand-in platform; only the command line and tests start one',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(rehearsal|cli)/' },
      to: { path: '^src/rehearsal/' },
    },
    {
      name: 'src-not-to-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/adapters/web/page/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
