import { createLazyRoute } from '@tanstack/react-router';
import { LinkButton } from '@/components/links';
import { SecurityScreen } from '@/features/security/security-screen';

export const Route = createLazyRoute('/customer/securite')({ component: Security });

function Security() {
  return (
    <SecurityScreen
      protect={(label) => (
        <LinkButton variant="contained" to="/securite/protection">
          {label}
        </LinkButton>
      )}
    />
  );
}
