import { useTranslation } from 'react-i18next';

const known = [
  'everyday',
  'credit',
  'mortgage',
  'savings',
  'insurance',
  'estate',
  'professional',
  'investment',
] as const;

/** What a skill is called. A bank may have skills that we do not know: they go by the name it gave them. */
export function useSkillName(): (skill: string) => string {
  const { t } = useTranslation('staff');
  return (skill) => {
    const name = known.find((one) => one === skill.toLowerCase());
    return name === undefined ? skill : t(`skills.${name}`);
  };
}
