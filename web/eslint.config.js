import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import path from 'node:path';
import tseslint from 'typescript-eslint';

const source = path.join(import.meta.dirname, 'src');

/** What each room of src/ may use. A feature is an island: two of them meet in routes/ or not at all. */
const allowed = {
  generated: ['generated', 'lib'],
  theme: ['theme'],
  lib: ['lib', 'generated'],
  components: ['components', 'lib', 'theme', 'generated'],
  features: ['components', 'lib', 'theme', 'generated'],
  routes: ['routes', 'features', 'components', 'lib', 'theme', 'generated', 'app'],
  app: ['app', 'routes', 'features', 'components', 'lib', 'theme', 'generated'],
};

const rooms = {
  rules: {
    'stay-in-room': {
      meta: {
        type: 'problem',
        schema: [],
        messages: {
          feature: 'A feature never imports another feature ({{from}} -> {{to}}): compose them in routes/.',
          room: '{{from}}/ may not use {{to}}/.',
        },
      },
      create(context) {
        const here = path.relative(source, context.filename).split(path.sep);
        const check = (node) => {
          const wanted = node?.value;
          if (typeof wanted !== 'string' || !/^(@\/|\.{1,2}\/)/.test(wanted)) return;
          const file = wanted.startsWith('@/')
            ? path.join(source, wanted.slice(2))
            : path.resolve(path.dirname(context.filename), wanted);
          const there = path.relative(source, file).split(path.sep);
          const [from, to] = [here[0], there[0]];
          if (!(from in allowed) || !(to in allowed)) return;
          if (from === 'features' && to === 'features') {
            if (here[1] !== there[1]) {
              context.report({ node, messageId: 'feature', data: { from: here[1], to: there[1] } });
            }
          } else if (!allowed[from].includes(to)) {
            context.report({ node, messageId: 'room', data: { from, to } });
          }
        };
        return {
          ImportDeclaration: ({ source: wanted }) => check(wanted),
          ExportNamedDeclaration: ({ source: wanted }) => check(wanted),
          ExportAllDeclaration: ({ source: wanted }) => check(wanted),
          ImportExpression: ({ source: wanted }) => check(wanted),
        };
      },
    },
  },
};

export default defineConfig(
  globalIgnores(['dist', 'src/generated']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      tseslint.configs.strictTypeChecked,
      reactHooks.configs.flat['recommended-latest'],
      jsxA11y.flatConfigs.strict,
    ],
    plugins: { rooms },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'rooms/stay-in-room': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@mui/material', message: 'Import each part from its own path: @mui/material/Button.' },
            { name: 'zod', message: 'zod/mini is enough, and a quarter of the size.' },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Text is shown as text: what somebody typed must never become part of the page.',
        },
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
          message: 'Text is shown as text: what somebody typed must never become part of the page.',
        },
      ],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Use the generated client.' }],
      // Safari forgets that a list is one when its bullets are gone.
      'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }],
      'max-lines': ['error', 350],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['public/**/*.js'], languageOptions: { globals: globals.browser } },
  { files: ['*.js', 'scripts/**/*.mjs'], languageOptions: { globals: globals.node } },
);
