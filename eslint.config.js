import tseslint from 'typescript-eslint';

/**
 * Biome lints; these typed rules are the ones it lacks or still keeps in its nursery.
 * Each catches a bug class the compiler is silent about: "quiz:undefined" keys, dead conditions, lost promises.
 */
export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/**', 'coverage/**'] },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: ['./tsconfig.json', './src/adapters/web/page/tsconfig.json'] },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNullish: false }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNullish: false, allowNumber: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
);
