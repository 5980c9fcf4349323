import { AppShell, Burger } from '@mantine/core';
import { IconBrowser, IconPhoneCall } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router-dom';
import { ConnectionBadge } from '#src/features/connection/ConnectionBadge.tsx';
import { OfflineBanner } from '#src/features/connection/OfflineBanner.tsx';
import { ColorSchemeSelect } from '#src/ui/ColorSchemeSelect.tsx';
import { paths } from './paths.ts';
import classes from './Shell.module.css';

const navigation = [{ label: 'Widgets', to: paths.widgets(), Icon: IconBrowser }];

/** Navigation beside every page. */
export function Shell() {
  const [menuOpen, setMenuOpen] = useState(false);
  const { pathname } = useLocation();
  const loading = useNavigation().state === 'loading';
  const main = useFocusOnNavigation(pathname);

  return (
    <AppShell
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      transitionDuration={0}
    >
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      <AppShell.Header hiddenFrom="sm" className={classes.header}>
        <Burger
          size="sm"
          opened={menuOpen}
          onClick={() => setMenuOpen(!menuOpen)}
          aria-label={menuOpen ? 'Close the navigation' : 'Open the navigation'}
          aria-expanded={menuOpen}
          aria-controls="navigation"
        />
        <Brand />
      </AppShell.Header>
      <AppShell.Navbar id="navigation" className={classes.navbar}>
        <div className={classes.brandRow}>
          <Brand />
        </div>
        <nav aria-label="Main" className={classes.nav}>
          {navigation.map(({ label, to, Icon }) => (
            <NavLink key={to} to={to} className={classes.link ?? ''} onClick={() => setMenuOpen(false)}>
              <Icon aria-hidden size={18} stroke={1.6} />
              {label}
            </NavLink>
          ))}
        </nav>
        <div className={classes.foot}>
          <ConnectionBadge />
          <ColorSchemeSelect />
        </div>
      </AppShell.Navbar>
      <AppShell.Main>
        {loading && <div className={classes.progress} role="progressbar" aria-label="Loading the page" />}
        <OfflineBanner />
        <div id="main" ref={main} tabIndex={-1} className={classes.page}>
          <Outlet />
        </div>
      </AppShell.Main>
      <ScrollRestoration />
    </AppShell>
  );
}

function Brand() {
  return (
    <span className={classes.brand}>
      <IconPhoneCall aria-hidden size={20} stroke={1.8} />
      CallPage Console
    </span>
  );
}

/** After a navigation the focus goes to the page's heading, so that a screen reader says where one is. */
function useFocusOnNavigation(pathname: string) {
  const main = useRef<HTMLDivElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // Someone who walks along the tabs of a page stays on them.
    if (document.activeElement?.closest('[role=main] nav, main nav')) return;
    (main.current?.querySelector('h1') ?? main.current)?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
