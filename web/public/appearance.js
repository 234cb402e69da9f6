// Runs before the first paint, so that a page never flashes in the wrong colours or size.
// The same key is written by src/theme/appearance.ts.
(function () {
  var root = document.documentElement;
  var wish = {};
  try {
    wish = JSON.parse(localStorage.getItem('guichet.appearance') || '{}') || {};
  } catch {
    wish = {};
  }
  if (wish.scheme === 'light' || wish.scheme === 'dark') root.dataset.scheme = wish.scheme;
  if (wish.contrast || matchMedia('(prefers-contrast: more)').matches) root.dataset.contrast = 'more';
  if (wish.comfort) root.dataset.comfort = 'on';
})();
