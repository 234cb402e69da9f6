import { styled } from '@mui/material/styles';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ContentArea, RouteProgress, SkipLink, Wordmark } from '@/components/shell';
import { OfflineNotice } from '@/components/states';

const Header = styled('header')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 24,
  paddingInline: 24,
  borderBottom: 'var(--border) solid var(--line)',
});

const Content = styled(ContentArea)({ padding: 24 });

/** The staff's frame: the width of the screen, a denser page. */
export function StaffShell() {
  useEffect(() => {
    document.documentElement.dataset.audience = 'staff';
    return () => {
      delete document.documentElement.dataset.audience;
    };
  }, []);
  return (
    <>
      <SkipLink />
      <RouteProgress />
      <Header>
        <Wordmark to="/equipe" />
      </Header>
      <Content>
        <OfflineNotice />
        <Outlet />
      </Content>
    </>
  );
}
