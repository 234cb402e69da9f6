import { styled } from '@mui/material/styles';
import { Outlet } from '@tanstack/react-router';
import { ContentArea, SkipLink, Wordmark } from '@/components/shell';
import { OfflineNotice } from '@/components/states';

const inner = { width: '100%', maxWidth: 'calc(var(--page) + 48px)', marginInline: 'auto', paddingInline: 24 };

const narrow = '@media (max-width: 30rem)';

const Header = styled('header')({ borderBottom: 'var(--border) solid var(--line)' });

const HeaderRow = styled('div')({ ...inner, paddingBlock: 12, [narrow]: { paddingInline: 16 } });

const Content = styled(ContentArea)({ ...inner, paddingBlock: 32, [narrow]: { paddingInline: 16, paddingBlock: 24 } });

/** For pages that are everybody's, whoever is signed in. */
export function PlainShell() {
  return (
    <>
      <SkipLink />
      <Header>
        <HeaderRow>
          <Wordmark />
        </HeaderRow>
      </Header>
      <Content>
        <OfflineNotice />
        <Outlet />
      </Content>
    </>
  );
}
