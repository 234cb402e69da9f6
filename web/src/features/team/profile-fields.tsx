import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Checkbox, Hint, TextField } from '@/components/fields';
import { useSkillName } from '@/components/staff/use-skill-name';
import { listReasonsOptions } from '@/generated/@tanstack/react-query.gen';
import { languageName } from '@/lib/i18n/language-names';
import { useLanguage } from '@/lib/i18n/use-language';

export interface Profile {
  displayName: string;
  skills: readonly string[];
  languages: readonly string[];
}

/** What people speak most in our branches; others keep those that were recorded. */
const LANGUAGES = ['fr', 'en', 'es', 'pt', 'it', 'de', 'ar'];

const Ticks = styled('fieldset')({
  '& > legend': { padding: 0, fontWeight: 650 },
  '& > div': { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(11rem, 1fr))', gap: '0 16px' },
});

export interface ProfileFieldsProps {
  profile: Profile;
  /** Whether to show what is missing already. */
  asked: boolean;
  onChange: (profile: Profile) => void;
}

/** The skills to choose from are those that some reason asks for, and those the adviser has. */
export function ProfileFields({ profile, asked, onChange }: ProfileFieldsProps) {
  const { t } = useTranslation('team');
  const language = useLanguage();
  const skillName = useSkillName();
  const reasons = useQuery({ ...listReasonsOptions(), staleTime: 5 * 60_000 });
  const skills = new Set([...(reasons.data ?? []).flatMap(({ requiredSkills }) => requiredSkills), ...profile.skills]);
  const languages = new Set([...LANGUAGES, ...profile.languages]);
  return (
    <>
      <TextField
        label={t('profile.name')}
        autoComplete="off"
        maxLength={100}
        value={profile.displayName}
        error={asked && profile.displayName.trim() === '' ? t('profile.nameMissing') : undefined}
        onChange={({ target }) => onChange({ ...profile, displayName: target.value })}
      />
      <Ticks>
        <legend>{t('profile.skills')}</legend>
        <Hint>{t('profile.skillsHint')}</Hint>
        <div>
          {[...skills].sort().map((skill) => (
            <Checkbox
              key={skill}
              label={skillName(skill)}
              checked={profile.skills.includes(skill)}
              onChange={({ target }) =>
                onChange({ ...profile, skills: toggled(profile.skills, skill, target.checked) })
              }
            />
          ))}
        </div>
      </Ticks>
      <Ticks>
        <legend>{t('profile.languages')}</legend>
        <div>
          {[...languages].map((code) => (
            <Checkbox
              key={code}
              label={languageName(code, language)}
              checked={profile.languages.includes(code)}
              onChange={({ target }) =>
                onChange({ ...profile, languages: toggled(profile.languages, code, target.checked) })
              }
            />
          ))}
        </div>
      </Ticks>
    </>
  );
}

function toggled(values: readonly string[], value: string, on: boolean): string[] {
  const others = values.filter((one) => one !== value);
  return on ? [...others, value].sort() : others;
}
