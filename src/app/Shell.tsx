import {
  IconBrowser,
  IconChartBar,
  IconHeadset,
  IconHistory,
  IconMenu2,
  IconMessage,
  IconPhoneCall,
  IconPhoneOutgoing,
  IconUsers,
  IconVolume,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router-dom';
import { ConnectionBadge } from '#src/features/connection/ConnectionBadge.tsx';
import { OfflineBanner } from '#src/features/connection/OfflineBanner.tsx';
import { ColorSchemeSelect } from '#src/ui/ColorSchemeSelect.tsx';
import { paths } from './paths.ts';
import classes from './Shell.module.css';

const navigation = [
  { label: 'Widgets', to: paths.widgets(), Icon: IconBrowser },
  { label: 'Managers', to: paths.managers(), Icon: IconHeadset },
  { label: 'Users', to: paths.users(), Icon: IconUsers },
  { label: 'SMS', to: paths.sms(), Icon: IconMessage },
  { label: 'Voice', to: paths.voice(), Icon: IconVolume },
  { label: 'New callback', to: paths.callbacks(), Icon: IconPhoneOutgoing },
  { label: 'Calls', to: paths.calls(), Icon: IconHistory },
  { label: 'Statistics', to: paths.statistics(), Icon: IconChartBar },
];

/** Navigation beside every page; below 768 px behind a button. */
export function Shell() {
  const [menuOpen, setMenuOpen] = useState(false);
  const { pathname } = useLocation();
  const loading = useNavigation().state === 'loading';
  const main = useFocusOnNavigation(pathname);
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
        </div>
      </aside>
      <main>
        {loading && <div className={classes.progress} role="progressbar" aria-label="Loading the page" />}
        <OfflineBanner />
        <div id="main" ref={main} tabIndex={-1} className={classes.page}>
          <Outlet />
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
