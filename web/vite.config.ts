import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const server = process.env.GUICHET_SERVER ?? 'http://localhost:8080';

/** Browsers of the last two years: they know light-dark(), relative colours and cascade layers. */
const browsers = ['chrome123', 'edge123', 'firefox128', 'safari18'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { port: 5173, proxy: { '/api': server } },
  preview: { port: 4173, proxy: { '/api': server } },
  build: {
    target: browsers,
    cssTarget: browsers,
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 250,
    rolldownOptions: {
      output: {
        // What changes seldom stays in the visitor's cache when our own code changes.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'tanstack', test: /node_modules\/@tanstack\// },
            // Small parts that every screen uses travel together, not in twenty files.
            {
              name: 'base',
              test: /src\/(lib|theme)\/.*\.tsx?$|src\/components\/(?!staff)[^/]+\.tsx$|node_modules\/(@emotion|i18next|react-i18next|@mui\/(system|utils|styled-engine|private-theming|material\/(styles|Button|ButtonBase|CircularProgress|zero-styled|DefaultPropsProvider)))\//,
              minShareCount: 4,
            },
          ],
        },
      },
    },
  },
  plugins: [
    react(),
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Guichet – vos rendez-vous en agence',
        short_name: 'Guichet',
        description: 'Prendre rendez-vous en agence, le déplacer, l’annuler, et savoir quels papiers apporter.',
        lang: 'fr',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f7f4ec',
        theme_color: '#12504b',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
        shortcuts: [
          { name: 'Mes rendez-vous', url: '/rendez-vous' },
          { name: 'Prendre rendez-vous', url: '/' },
        ],
      },
      workbox: {
        // Only what never changes under its name is kept; pages and /api always come from the server.
        globPatterns: ['offline.html', 'offline.css', 'icons/icon.svg'],
        navigateFallback: null,
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        skipWaiting: true,
        runtimeCaching: [
          {
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
            handler: 'CacheFirst',
            options: { cacheName: 'assets', expiration: { maxEntries: 120, maxAgeSeconds: 60 * 86_400 } },
          },
          {
            urlPattern: ({ request, url }) => request.mode === 'navigate' && !url.pathname.startsWith('/api/'),
            handler: 'NetworkOnly',
            options: { precacheFallback: { fallbackURL: 'offline.html' } },
          },
        ],
      },
    }),
  ],
  test: {
    // Rules need no page; only what is rendered pays for one.
    projects: [
      { extends: true, test: { name: 'rules', include: ['src/**/*.test.ts'], restoreMocks: true } },
      {
        extends: true,
        test: {
          name: 'screens',
          include: ['src/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['./test/setup.ts'],
          // axe looks at every element: on a busy machine that takes a while.
          testTimeout: 30_000,
          restoreMocks: true,
        },
      },
    ],
  },
});
