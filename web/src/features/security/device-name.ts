/** What the person would call what he is holding; a guess that he can write over. */
export function deviceKind(): 'phone' | 'tablet' | 'computer' {
  const agent = navigator.userAgent;
  if (/iPad|Tablet/.test(agent) || (/Android/.test(agent) && !/Mobile/.test(agent))) return 'tablet';
  return /Mobi|iPhone/.test(agent) ? 'phone' : 'computer';
}
