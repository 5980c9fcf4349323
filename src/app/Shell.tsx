import { IconMenu2, IconPhoneCall, IconX } from '@tabler/icons-react';
import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation, useMatches, useNavigation } from 'react-router-dom';
import { ConnectionBadge } from '#src/features/connection/ConnectionBadge.tsx';
import { OfflineBanner } from '#src/features/connection/OfflineBanner.tsx';
import { AccountLine } from '#src/features/session/AccountLine.tsx';
import { useCan, useReadAsOneself } from '#src/features/session/queries.ts';
import { useQuiet } from '#src/lib/use-quiet.ts';
import { ColorSchemeSelect } from '#src/ui/ColorSchemeSelect.tsx';
import { NotAllowedPage } from './ErrorPage.tsx';
import { navigation } from './navigation.ts';
import { needOf } from './needs.ts';
import classes from './Shell.module.css';

// What cannot be loaded is missing, and the page is there all the same.
const Live = lazy<ComponentType>(() => import('./Live.tsx').catch(() => ({ default: () => null })));

/** Navigation beside every page; below 768 px behind a button. */
export function Shell() {
  const [menuOpen, setMenuOpen] = useState(false);
  const { pathname } = useLocation();
  const loading = useNavigation().state === 'loading';
  const main = useFocusOnNavigation(pathname);
  const can = useCan();
  useReadAsOneself();
  const quiet = useQuiet();
  const refused = useMatches().some(({ handle }) => {
    const need = needOf(handle);
    return need !== undefined && !can(need);
  });
  const MenuIcon = menuOpen ? IconX : IconMenu2;

  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      <aside className={classes.side} data-open={menuOpen}>
        <div className={classes.top}>
          <button
            type="button"
            className={classes.burger}
            aria-label="Navigation"
            aria-expanded={menuOpen}
            aria-controls="navigation"
            onClick={() => setMenuOpen(!menuOpen)}
          >
            <MenuIcon aria-hidden size={20} stroke={1.8} />
          </button>
          <span className={classes.brand}>
            <IconPhoneCall aria-hidden size={20} stroke={1.8} />
            CallPage Console
          </span>
        </div>
        <div id="navigation" className={classes.menu}>
          <nav aria-label="Main" className={classes.nav}>
            {navigation
              .filter(({ needs }) => can(needs))
              .map(({ label, to, Icon }) => (
                <NavLink key={to} to={to} className={classes.link ?? ''} onClick={() => setMenuOpen(false)}>
                  <Icon aria-hidden size={18} stroke={1.6} />
                  {label}
                </NavLink>
              ))}
          </nav>
          <div className={classes.foot}>
            <AccountLine />
            <ConnectionBadge />
            <ColorSchemeSelect />
          </div>
        </div>
      </aside>
      <main>
        {loading && <div className={classes.progress} role="progressbar" aria-label="Loading the page" />}
        <OfflineBanner />
        <Suspense>{quiet && <Live />}</Suspense>
        <div id="main" ref={main} tabIndex={-1} className={classes.page}>
          {refused ? <NotAllowedPage /> : <Outlet />}
        </div>
      </main>
      <ScrollRestoration />
    </div>
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
    if (document.activeElement?.closest('main nav')) return;
    return main.current ? focusHeading(main.current) : undefined;
  }, [pathname]);
  return main;
}

/** The heading of a page whose data is on its way comes later: until then the focus waits on the page itself. */
function focusHeading(page: HTMLElement) {
  const found = () => {
    const heading = page.querySelector('h1');
    heading?.focus({ preventScroll: true });
    return heading !== null;
  };
  if (found()) return undefined;
  page.focus({ preventScroll: true });
  const observer = new MutationObserver(() => {
    if (document.activeElement !== page || found()) observer.disconnect();
  });
  observer.observe(page, { childList: true, subtree: true });
  return () => observer.disconnect();
}
