import { describe, expect, it } from 'vitest';

type Tree = { [key: string]: string | Tree };

const files = import.meta.glob<Tree>(['./*.json', '../../{features,components}/*/i18n/*.json'], {
  eager: true,
  import: 'default',
});
const french = Object.keys(files).filter((file) => file.endsWith('/fr.json'));

function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
}

describe.each(french)('%s', (file) => {
  const texts = flat(files[file] as Tree);
  // Opening hours quoted in OpenStreetMap's own syntax are not French.
  const prose = texts.map(([key, text]) => [key, text.replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b[-\w :,;]*/g, '')] as const);

  it('says the same things in English', () => {
    const english = files[file.replace('/fr.json', '/en.json')];
    expect(english).toBeDefined();
    expect(flat(english as Tree).map(([key]) => key)).toEqual(texts.map(([key]) => key));
  });

  it('is set as French is set', () => {
    const wrong = prose.filter(
      ([, text]) =>
        text.includes("'") || // a straight apostrophe
        /[^\u202f\s][;!?](?!\w)/.test(text) || // no thin space
        /[^\u00a0]:(?!\/)/.test(text) || // no space that holds
        /«(?!\u00a0)|(?<!\u00a0)»/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('addresses the reader as "vous"', () => {
    expect(prose.filter(([, text]) => /(?<!\p{L})(tu|toi|ton|ta|tes)(?!\p{L})/iu.test(text))).toEqual([]);
  });
});
