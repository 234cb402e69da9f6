import { createLazyRoute, Link } from '@tanstack/react-router';
import { LinkButton } from '@/components/links';
import { SecurityScreen } from '@/features/security/security-screen';

export const Route = createLazyRoute('/equipe/securite')({ component: Security });

function Security() {
  return (
    <SecurityScreen
      protect={(label, main) => (
        <LinkButton variant={main ? 'contained' : 'outlined'} to="/equipe/securite/protection">
          {label}
        </LinkButton>
      )}
      activity={(label) => <Link to="/equipe/activite">{label}</Link>}
    />
  );
}
